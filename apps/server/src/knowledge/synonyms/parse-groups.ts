/** One group a line, its members separated by commas. */
export const parseGroups = (tables: readonly string[]): string[][] =>
  tables
    .flatMap((table) => table.split('\n'))
    .map((line) =>
      line
        .split(',')
        .map((member) => member.trim())
        .filter((member) => member !== ''),
    )
    .filter((group) => group.length > 0);
