/** The beginning of what a spreadsheet takes for a formula, including full-width signs. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** The text with an apostrophe in front if a spreadsheet would run it as a formula. `armedCell` removes it again. */
export function defusedCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text that `defusedCell` made the cell from. */
export function armedCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
