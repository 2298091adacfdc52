import { parseSync } from 'vite';

/** One mention of another module. */
export interface ImportMention {
  readonly source: string;
  readonly line: number;
}

/** What the rules ask of one source file. Comments are not in it: only code is judged. */
export interface ModuleFacts {
  /** Static, type-only, re-exporting, dynamic and `import('…')` types. */
  readonly imports: readonly ImportMention[];
  /** Global names and members that are called or read, `localStorage` and `Date.now` alike. */
  readonly names: readonly { readonly name: string; readonly line: number }[];
  /** String literals and the fixed parts of templates. */
  readonly texts: readonly { readonly text: string; readonly line: number }[];
}

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const textOf = (value: unknown): string | undefined =>
  isNode(value) && value.type === 'Literal' && typeof value.value === 'string' ? value.value : undefined;
const nameOf = (value: unknown): string =>
  isNode(value) && (value.type === 'Identifier' || value.type === 'JSXIdentifier') ? String(value.name) : '';

const importingNodes = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]);

/** Reads a TypeScript file with the parser of Vite. */
export function readModule(path: string, text: string): ModuleFacts {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const imports: ImportMention[] = [];
  const names: { name: string; line: number }[] = [];
  const texts: { text: string; line: number }[] = [];
  const lineAt = (offset: unknown) => text.slice(0, Number(offset)).split('\n').length;

  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const item of node) visit(item);
      return;
    }
    if (!isNode(node)) return;
    const line = lineAt(node.start);
    const kind = String(node.type);
    if (importingNodes.has(kind)) {
      const source = textOf(node.source);
      if (source !== undefined) imports.push({ source, line });
      else if (kind === 'ImportExpression') imports.push({ source: '(computed)', line });
    }
    if (kind === 'Identifier') names.push({ name: nameOf(node), line });
    if (kind === 'MemberExpression' && node.computed === false) {
      names.push({ name: `${nameOf(node.object)}.${nameOf(node.property)}`, line });
    }
    if (kind === 'NewExpression') {
      const called = Array.isArray(node.arguments) && node.arguments.length === 0 ? '()' : '(…)';
      names.push({ name: `new ${nameOf(node.callee)}${called}`, line });
    }
    if (kind === 'CallExpression') names.push({ name: `${nameOf(node.callee)}(`, line });
    const literal = textOf(node);
    if (literal !== undefined) texts.push({ text: literal, line });
    if (kind === 'TemplateElement' && isNode(node.value)) {
      texts.push({ text: String(node.value.cooked ?? ''), line });
    }
    for (const [key, child] of Object.entries(node)) if (key !== 'type') visit(child);
  };
  visit(program);
  return { imports, names, texts };
}
