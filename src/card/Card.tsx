import { CARD, type CardFont, type FittedText, FONTS, LAYOUT, TAGLINE } from './card.ts';

interface CardProps {
  school: FittedText;
  title: FittedText;
  /** By name in tokens.css. */
  colours: ReadonlyMap<string, string>;
  /** Colour of the band at the side. */
  band: string | undefined;
  /** The site's icon, as a data URL. */
  icon: string;
}

const ICON = { top: 84, size: 96 } as const;
const TITLE_MIDDLE = 333;
const BOX = { top: 496, height: 78 } as const;

/** The card that messaging apps show with a link to the site, as SVG. */
export function Card({ school, title, colours, band, icon }: CardProps) {
  const colour = (name: string): string | undefined => colours.get(name);
  const { left, besideIcon, right } = LAYOUT;
  return (
    <svg xmlns="http://www.w3.org/2000/svg" width={CARD.width} height={CARD.height}>
      <title>{TAGLINE}</title>
      <rect width={CARD.width} height={CARD.height} fill={colour('paper')} />
      <rect width="22" height={CARD.height} fill={band ?? colour('brand')} />
      <image href={icon} x={left} y={ICON.top} width={ICON.size} height={ICON.size} />
      <TextLines
        text={school}
        font="school"
        x={besideIcon}
        middle={ICON.top + ICON.size / 2}
        fill={colour('ink-soft')}
      />
      <TextLines text={title} font="title" x={left} middle={TITLE_MIDDLE} fill={colour('ink')} />
      <rect
        x={left}
        y={BOX.top}
        width={right - left}
        height={BOX.height}
        rx="10"
        fill={colour('sheet')}
        stroke={colour('line')}
        stroke-width="2"
      />
      <rect x={left} y={BOX.top - 1} width="9" height={BOX.height + 2} fill={colour('code-rule')} />
      <TextLines
        text={{ lines: [TAGLINE], size: 34, leading: 34 }}
        font="school"
        x={left + 40}
        middle={BOX.top + BOX.height / 2}
        fill={colour('ink-soft')}
      />
    </svg>
  );
}

interface TextLinesProps {
  text: FittedText;
  font: CardFont;
  x: number;
  /** Vertical middle of all lines together. */
  middle: number;
  fill: string | undefined;
}

/** From a line's baseline to its visual middle, as a share of the font size. */
const MIDDLE = 0.33;

function TextLines({ text: { lines, size, leading }, font, x, middle, fill }: TextLinesProps) {
  const first = middle - ((lines.length - 1) * leading) / 2 + size * MIDDLE;
  const { family, weight } = FONTS[font];
  return (
    <g font-family={family} font-weight={weight} font-size={size} fill={fill}>
      {lines.map((line, index) => (
        <text key={line} x={x} y={first + index * leading}>
          {line}
        </text>
      ))}
    </g>
  );
}
