export type Rgb = readonly [number, number, number];

const readable = 4.5;
const black: Rgb = [0, 0, 0];
const white: Rgb = [255, 255, 255];

/** `#rgb` or `#rrggbb`; null for anything else. */
export function parseColour(text: string): Rgb | null {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(text.trim());
  const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text.trim());
  const parts = short?.slice(1).map((digit) => digit + digit) ?? long?.slice(1);
  if (!parts) return null;
  const [red = 0, green = 0, blue = 0] = parts.map((part) => Number.parseInt(part, 16));
  return [red, green, blue];
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The colour of letters on an area of this colour. One of the two always reaches 4.5. */
export function lettersOn(area: Rgb): Rgb {
  return contrast(area, white) >= readable ? white : black;
}

/** The nearest shade of the colour that can be read as letters on this surface. */
export function readableOn(surface: Rgb, colour: Rgb): Rgb {
  const towards = luminance(surface) > 0.18 ? black : white;
  for (let share = 0; share < 1; share += 0.05) {
    const shade = colour.map((value, index) =>
      Math.round(value + ((towards[index] ?? 0) - value) * share),
    ) as unknown as Rgb;
    if (contrast(surface, shade) >= readable) return shade;
  }
  return towards;
}

export function cssColour([red, green, blue]: Rgb): string {
  return `rgb(${red} ${green} ${blue})`;
}
