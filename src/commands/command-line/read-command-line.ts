/**
 * The options of a command line, or the exit code that the command ends with: 0 when help is asked for, which is printed; 2 when
 * the line cannot be read, with what is wrong and the usage on standard error.
 *
 * @param read  gives `null` when help is asked for, and throws what names the option
 */
export function readCommandLine<Options extends object>(
  args: readonly string[],
  read: (args: readonly string[]) => Options | null,
  usage: string,
): Options | 0 | 2 {
  try {
    const options = read(args);
    if (options !== null) return options;
    console.log(usage);
    return 0;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return 2;
  }
}
