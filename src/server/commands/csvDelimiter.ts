const DELIMITERS = [",", ";", "\t"] as const;

/**
 * What stands between the columns of a CSV file: the first of comma, semicolon and tab that its header has. Spreadsheets
 * write semicolons where the comma is the decimal sign.
 */
export function csvDelimiter(csv: string): (typeof DELIMITERS)[number] {
  const [header = ""] = csv.split(/[\r\n]/, 1);
  return DELIMITERS.find((each) => header.includes(each)) ?? ",";
}
