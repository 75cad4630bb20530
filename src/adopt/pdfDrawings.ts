import { getResolvedPDFJS } from 'unpdf';

/** A rectangle on a page, in points from its lower left corner. */
export interface Box {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** A table with lines around its cells. */
export interface Grid extends Box {
  /** Its cells from top to bottom and from left to right, and over how many columns each goes. */
  rows: (Box & { span: number })[][];
}

/** What pdf.js has read from a page: each operation and what it’s done with. */
interface Operations {
  fnArray: ArrayLike<number>;
  argsArray: ArrayLike<unknown>;
}

type Matrix = readonly [number, number, number, number, number, number];

/** How many numbers follow each operation of a path: move, line, curve, quadratic curve, close. */
const NUMBERS = [2, 2, 6, 4, 0];

/** Boxes around each straight line and each other shape that a page draws. */
export async function drawingsOf({ fnArray, argsArray }: Operations): Promise<Box[]> {
  const { OPS } = await getResolvedPDFJS();
  const boxes: Box[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  for (let index = 0; index < fnArray.length; index += 1) {
    const args = argsArray[index];
    switch (fnArray[index]) {
      case OPS.save:
        saved.push(matrix);
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        matrix = saved.pop() ?? matrix;
        break;
      case OPS.transform:
        matrix = product(matrix, args as Matrix);
        break;
      case OPS.paintFormXObjectBegin: {
        saved.push(matrix);
        const [inner] = args as [Matrix | null];
        if (inner !== null) matrix = product(matrix, inner);
        break;
      }
      case OPS.constructPath: {
        const [paint, [path]] = args as [number, [Record<number, number> | null]];
        if (paint === OPS.endPath || path === null) break;
        const filled = paint === OPS.fill || paint === OPS.eoFill;
        boxes.push(...boxesOf(Object.values(path), filled, matrix));
      }
    }
  }
  return boxes;
}

function product([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

type Point = readonly [x: number, y: number];

function boxesOf(path: readonly number[], filled: boolean, [a, b, c, d, e, f]: Matrix): Box[] {
  const shapes: { points: Point[]; straight: boolean }[] = [];
  for (let at = 0; at < path.length; ) {
    const operation = path[at] ?? 0;
    const count = NUMBERS[operation] ?? 0;
    const numbers = path.slice(at + 1, at + 1 + count);
    at += 1 + count;
    if (operation === 0) shapes.push({ points: [], straight: true });
    const shape = shapes.at(-1);
    if (shape === undefined) continue;
    if (operation === 2 || operation === 3) shape.straight = false;
    for (let pair = 0; pair + 1 < numbers.length; pair += 2) {
      const [x = 0, y = 0] = numbers.slice(pair, pair + 2);
      shape.points.push([a * x + c * y + e, b * x + d * y + f]);
    }
    const [first] = shape.points;
    if (operation === 4 && first !== undefined) shape.points.push(first);
  }
  return shapes.flatMap(({ points, straight }) =>
    filled || !straight
      ? [around(points)]
      : points.slice(1).map((point, index) => around([points[index] ?? point, point])),
  );
}

function around(points: readonly Point[]): Box {
  const box = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };
  for (const [x, y] of points) {
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.bottom = Math.min(box.bottom, y);
    box.top = Math.max(box.top, y);
  }
  return box;
}

const width = ({ left, right }: Box): number => right - left;
const height = ({ bottom, top }: Box): number => top - bottom;

/** Whether a box could be a bullet: small, and as high as it’s wide. */
export function isDot(box: Box): boolean {
  const [small, large] = [width(box), height(box)].sort((one, other) => one - other) as [number, number];
  return small >= 1.5 && large <= 8 && large / small < 1.4;
}

/** Lines this close to each other, in points, are one: some programs draw each cell’s edges, with space between them. */
const NEAR = 4;

const THIN = 2;

/** A page with more lines than this has a drawing, not a table. */
const MOST_LINES = 3000;

/**
 * Finds tables whose cells have lines all around them, also those that go over several columns, but not over rows.
 *
 * @param isEmpty whether a cell has no words, and so needs no line below
 */
export function gridsOf(drawings: readonly Box[], isEmpty: (cell: Box) => boolean): Grid[] {
  const lines = drawings.filter(
    (box) => (height(box) <= THIN && width(box) > NEAR * 2) || (width(box) <= THIN && height(box) > NEAR),
  );
  if (lines.length > MOST_LINES) return [];
  const groups: Box[][] = [];
  for (const line of lines) {
    const touching = groups.filter((group) => group.some((other) => touches(line, other)));
    for (const group of touching.slice(1)) {
      touching[0]?.push(...group);
      groups.splice(groups.indexOf(group), 1);
    }
    if (touching[0] === undefined) groups.push([line]);
    else touching[0].push(line);
  }
  return groups.flatMap((group) => gridOf(group, isEmpty));
}

function touches(one: Box, other: Box): boolean {
  return (
    one.left <= other.right + NEAR &&
    other.left <= one.right + NEAR &&
    one.bottom <= other.top + NEAR &&
    other.bottom <= one.top + NEAR
  );
}

function gridOf(lines: readonly Box[], isEmpty: (cell: Box) => boolean): Grid[] {
  const across = lines.filter((line) => width(line) > height(line));
  const down = lines.filter((line) => height(line) >= width(line));
  const xs = places(down.map(({ left, right }) => (left + right) / 2));
  const drawn = places(across.map(({ bottom, top }) => (bottom + top) / 2)).reverse();
  const open = openEnds(down, xs, drawn);
  const ys = [...open.top, ...drawn, ...open.bottom];
  const rows = ys.slice(0, -1).map((top, row) => {
    const bottom = ys[row + 1] ?? top;
    const middle = (top + bottom) / 2;
    const edges = xs.filter((x) =>
      down.some((line) => Math.abs(line.left - x) <= NEAR && line.bottom <= middle && line.top >= middle),
    );
    return edges.slice(0, -1).map((left, cell) => {
      const right = edges[cell + 1] ?? left;
      return { left, right, bottom, top, span: xs.indexOf(right) - xs.indexOf(left) };
    });
  });
  const isClosed = ({ left, right, bottom }: Box): boolean =>
    open.bottom.includes(bottom) ||
    across.some(
      (line) =>
        Math.abs(line.bottom - bottom) <= NEAR &&
        line.left <= (left + right) / 2 &&
        line.right >= (left + right) / 2,
    );
  const [left = 0] = xs;
  const isGrid =
    rows.some((row) => row.length > 1) &&
    rows.every((row) => row.length > 0 && row.every((cell) => isClosed(cell) || isEmpty(cell)));
  return isGrid ? [{ left, right: xs.at(-1) ?? 0, bottom: ys.at(-1) ?? 0, top: ys[0] ?? 0, rows }] : [];
}

/**
 * Where a row goes on from the page before or to the next, which has no line there: all columns’ lines end at one place
 * beyond the last line across.
 */
function openEnds(
  down: readonly Box[],
  xs: readonly number[],
  ys: readonly number[],
): { top: number[]; bottom: number[] } {
  const [top = 0, bottom = 0] = [ys[0], ys.at(-1)];
  const ends = (side: 'top' | 'bottom', isBeyond: (y: number) => boolean): number[] => {
    const beyond = down.filter((line) => isBeyond(line[side]));
    const [end] = beyond.map((line) => line[side]);
    const isAll = xs.every((x) =>
      beyond.some((line) => Math.abs(line.left - x) <= NEAR && Math.abs(line[side] - (end ?? 0)) <= NEAR),
    );
    return end !== undefined && xs.length > 2 && isAll ? [end] : [];
  };
  return {
    top: ends('top', (y) => y > top + NEAR * 2),
    bottom: ends('bottom', (y) => y < bottom - NEAR * 2),
  };
}

/** Sorted, with those near each other as one. */
function places(values: readonly number[]): number[] {
  const found: number[] = [];
  for (const value of [...values].sort((one, other) => one - other))
    if (value - (found.at(-1) ?? Number.NEGATIVE_INFINITY) > NEAR) found.push(value);
  return found;
}
