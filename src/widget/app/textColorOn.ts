/** The relative luminance at which black and white text are about equally readable (4.6:1 each). */
const MIDDLE_LUMINANCE = 0.18;

/** The text colour, black or white, that reads better on `background` (`#rrggbb`); white if it has no such form. */
export function textColorOn(background: string): "#000" | "#fff" {
  const channels = background.match(/\w\w/g) ?? [];
  // The power 2.2 approximates the sRGB curve closely enough for the margin at the middle.
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => (Number.parseInt(channel, 16) / 255) ** 2.2);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > MIDDLE_LUMINANCE ? "#000" : "#fff";
}
