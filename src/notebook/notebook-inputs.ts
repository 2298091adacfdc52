import { type TableOptions, type TableRow, tableTexts } from './table-texts';

/** What a reader can change; cells that show it with `view` follow. */
type Input<Value> = HTMLElement & { value: Value };

/** Rows as a table: built element by element, numbers flush right, an unknown value as a dash. */
function table(rows: readonly TableRow[], options: TableOptions = {}): HTMLElement {
  const { caption, heads, lines, numeric } = tableTexts(rows, options);
  const frame = element('section', { className: 'notebook-table', tabIndex: 0 });
  frame.setAttribute('aria-label', caption ?? 'Table');
  const grid = element('table');
  if (caption !== undefined) grid.append(element('caption', { textContent: caption }));
  const head = element('tr');
  heads.forEach((text, place) => {
    const cell = element('th', { textContent: text, scope: 'col' });
    if (numeric[place] === true) cell.className = 'number';
    head.append(cell);
  });
  const top = element('thead');
  top.append(head);
  const body = element('tbody');
  for (const texts of lines) {
    const line = element('tr');
    texts.forEach((text, place) => {
      const cell = place === 0 ? element('th', { scope: 'row' }) : element('td');
      cell.textContent = text;
      if (numeric[place] === true) cell.className = 'number';
      line.append(cell);
    });
    body.append(line);
  }
  grid.append(top, body);
  frame.append(grid);
  if (rows.length > lines.length) {
    frame.append(element('p', { textContent: `The first ${lines.length} of ${rows.length} rows.` }));
  }
  return frame;
}

/** One of several options; `value` is the option. */
function select<Option extends string | number>(
  options: readonly Option[],
  { label, value = options[0] as Option }: { readonly label: string; readonly value?: Option },
): Input<Option> {
  const list = element('select');
  for (const option of options) {
    list.append(
      element('option', { value: String(option), textContent: String(option), selected: option === value }),
    );
  }
  return labelled(label, list, () => options.find((option) => String(option) === list.value) ?? value);
}

/** A number between two others. */
function range(
  [from, to]: readonly [number, number],
  {
    label,
    value = from,
    step = 1,
  }: { readonly label: string; readonly value?: number; readonly step?: number },
): Input<number> {
  const field = element('input', { type: 'range', min: String(from), max: String(to), step: String(step) });
  field.value = String(value);
  const shown = element('output', { textContent: String(value) });
  field.addEventListener('input', () => {
    shown.textContent = field.value;
  });
  const input = labelled(label, field, () => Number(field.value));
  input.append(shown);
  return input;
}

function labelled<Value>(label: string, field: HTMLElement, read: () => Value): Input<Value> {
  const frame = element('label', { className: 'notebook-input', textContent: label });
  frame.append(field);
  return Object.defineProperty(frame, 'value', { get: read }) as unknown as Input<Value>;
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), properties);
}

/** What cells show tables and take choices with, in place of Observable's Inputs, which makes HTML from text. */
export const Inputs = Object.freeze({ table, select, range });
