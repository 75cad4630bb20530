import { CARD, FACES, type Face, type LaidWords, PROMISE, ROOM } from './card.ts';

interface CardProps {
  school: LaidWords;
  title: LaidWords;
  /** By their names in tokens.css. */
  colours: ReadonlyMap<string, string>;
  /** Of the band at the side. */
  band: string | undefined;
  /** The site's picture, as an address that holds it. */
  icon: string;
}

const ICON = { top: 84, size: 96 } as const;
const TITLE_MIDDLE = 333;
const BOX = { top: 496, height: 78 } as const;

/** The card that messengers show beside a link to the site, as SVG. */
export function Card({ school, title, colours, band, icon }: CardProps) {
  const colour = (name: string): string | undefined => colours.get(name);
  const { left, besidePicture, right } = ROOM;
  return (
    <svg xmlns="http://www.w3.org/2000/svg" width={CARD.width} height={CARD.height}>
      <title>{PROMISE}</title>
      <rect width={CARD.width} height={CARD.height} fill={colour('paper')} />
      <rect width="22" height={CARD.height} fill={band ?? colour('brand')} />
      <image href={icon} x={left} y={ICON.top} width={ICON.size} height={ICON.size} />
      <Words
        laid={school}
        face="school"
        x={besidePicture}
        middle={ICON.top + ICON.size / 2}
        fill={colour('ink-soft')}
      />
      <Words laid={title} face="title" x={left} middle={TITLE_MIDDLE} fill={colour('ink')} />
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
      <Words
        laid={{ lines: [PROMISE], size: 34, leading: 34 }}
        face="school"
        x={left + 40}
        middle={BOX.top + BOX.height / 2}
        fill={colour('ink-soft')}
      />
    </svg>
  );
}

interface WordsProps {
  laid: LaidWords;
  face: Face;
  x: number;
  /** The height of the middle of all lines together. */
  middle: number;
  fill: string | undefined;
}

/** The middle of a line stands this share of its letters' size above their foot. */
const MIDDLE = 0.33;

function Words({ laid: { lines, size, leading }, face, x, middle, fill }: WordsProps) {
  const first = middle - ((lines.length - 1) * leading) / 2 + size * MIDDLE;
  const { family, weight } = FACES[face];
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

/** A line alone, to be measured. */
export function Line({ text, face, size }: { text: string; face: Face; size: number }) {
  return (
    <svg xmlns="http://www.w3.org/2000/svg" width={CARD.width} height={CARD.height}>
      <title>{text}</title>
      <Words laid={{ lines: [text], size, leading: size }} face={face} x={0} middle={size} fill="#000" />
    </svg>
  );
}
