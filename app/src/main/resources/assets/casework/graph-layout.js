// Where everything of a graph of contacts stands: a column a generation, in it a box for those who
// met the same person (the first generation: at the same place). Nothing here touches the page.

export const CELL = 16;
export const LINE = 20;
export const HEAD = 26;
export const TOP = 44;
export const LEFT = 150;
const GUTTER = 120;
const NARROW = 228;
const WIDE = 460;
const NAMED = 8;
const GAP = 10;
const PAD = 8;

/** At first no more contacts are drawn one by one than this; the rest is counted on its box. */
export const FIRST_MOST = 400;

/** And never more than this. */
export const DRAWN_MOST = 2500;

/** Boxes of one column; more come by asking. */
export const BOXES_MOST = 120;

const HOME = -1;
const ELSEWHERE = -2;

/** The boxes, in the order in which they stand. */
export function boxesOf(data, words) {
  const boxes = [...gathered(data, words), ...counted(data, words)];
  boxes.forEach((box) => { box.all = box.close + box.casual; });
  boxes.sort((one, other) => one.generation - other.generation || Boolean(one.others) - Boolean(other.others) || other.close - one.close || other.all - one.all);
  open(boxes, FIRST_MOST);
  return boxes;
}

function counted(data, words) {
  return data.clusters.map((cluster) => ({
    key: `${cluster.generation}/${cluster.place}/via${cluster.via}`,
    generation: cluster.generation,
    others: cluster.place === ELSEWHERE,
    title: cluster.via >= 0 ? words.via.replace("{0}", data.nodes[cluster.via].name) : where(cluster.place, data, words),
    place: data.places[cluster.place]?.id ?? null,
    person: data.nodes[cluster.via]?.person ?? null,
    via: cluster.via,
    loose: cluster.generation > 1 && cluster.via < 0,
    nodes: [],
    close: cluster.close,
    casual: cluster.casual,
    open: false,
  }));
}

function gathered(data, words) {
  const boxes = new Map();
  data.nodes.forEach((node, index) => {
    const key = node.generation === 1 ? `1/${node.place}` : `${node.generation}/via${node.via}`;
    let box = boxes.get(key);
    if (!box) {
      const title = node.generation === 1 ? where(node.place, data, words)
        : words.via.replace("{0}", node.via < 0 ? data.index : data.nodes[node.via].name);
      const place = node.generation === 1 ? data.places[node.place]?.id ?? null : null;
      box = { key, generation: node.generation, title, place, via: node.via, nodes: [], close: 0, casual: 0, open: true };
      boxes.set(key, box);
    }
    box.nodes.push(index);
    if (node.close) box.close += 1; else box.casual += 1;
  });
  return [...boxes.values()];
}

export function where(place, data, words) {
  if (place === ELSEWHERE) return words.elsewhere;
  return place === HOME ? words.home : data.places[place].name;
}

/** Opens boxes, the first generation's smallest first, as long as few enough contacts are drawn. */
export function open(boxes, most) {
  let drawn = 0;
  [...boxes].sort((one, other) => one.generation - other.generation || one.all - other.all).forEach((box) => {
    box.open = box.nodes.length > 0 && drawn + box.nodes.length <= most;
    if (box.open) drawn += box.nodes.length;
  });
}

/** Gives boxes and nodes their places; {@code limits} says how many boxes a column shows. */
export function place(data, boxes, limits, room) {
  const at = new Map();
  const columns = [];
  let height = TOP + LINE;
  const last = boxes.reduce((most, box) => Math.max(most, box.generation), 0);
  const box = Math.max(NARROW, Math.min(WIDE, (room - LEFT - 24 - (last - 1) * GUTTER) / Math.max(1, last)));
  const index = { x: 40, y: TOP + HEAD / 2 };
  for (let generation = 1; generation <= last; generation++) {
    const all = boxes.filter((box) => box.generation === generation);
    const x = LEFT + (generation - 1) * (box + GUTTER);
    all.forEach((each) => { each.rise = each.via < 0 ? (each.others ? Infinity : 0) : anchor(each.via, at).y; });
    if (generation > 1) all.sort((one, other) => one.rise - other.rise);
    const shown = all.slice(0, limits.get(generation) ?? BOXES_MOST);
    let y = TOP;
    shown.forEach((each) => {
      stand(each, x, Math.max(y, generation > 1 && Number.isFinite(each.rise) ? each.rise - HEAD / 2 : y), box, at);
      y = each.y + each.height + GAP;
    });
    const rest = all.slice(shown.length);
    const column = { generation, x, shown, rest: null, close: sum(all, "close"), casual: sum(all, "casual") };
    if (rest.length > 0) {
      column.rest = { x, y, height: HEAD, boxes: rest.length, contacts: sum(rest, "all") };
      rest.forEach((each) => each.nodes.forEach((node) => at.set(node, { x: x + box, out: x + box, y: y + HEAD / 2, hidden: true })));
      y += HEAD + GAP;
    }
    columns.push(column);
    height = Math.max(height, y);
  }
  return { index, at, columns, box, height: height + GAP, width: LEFT + Math.max(0, last - 1) * (box + GUTTER) + box + 24 };
}

function stand(box, x, y, width, at) {
  const perRow = Math.floor((width - 20) / CELL);
  box.x = x;
  box.y = y;
  box.named = box.open && box.nodes.length <= NAMED;
  const rows = box.named ? box.nodes.length : Math.ceil(box.nodes.length / perRow);
  box.height = box.open ? HEAD + rows * (box.named ? LINE : CELL) + PAD : HEAD;
  box.nodes.forEach((node, order) => {
    const out = x + width;
    if (!box.open) at.set(node, { x: out, y: y + HEAD / 2, out, hidden: true, box });
    else if (box.named) at.set(node, { x: x + 16, y: y + HEAD + order * LINE + LINE / 2, out, box });
    else at.set(node, { x: x + 18 + (order % perRow) * CELL, y: y + HEAD + Math.floor(order / perRow) * CELL + CELL / 2, out, box });
  });
}

/** Where somebody stands, or the box that hides them. */
export function anchor(node, at) {
  return at.get(node) ?? { x: 0, out: 0, y: TOP };
}

export function curve(from, to) {
  const middle = (from.x + to.x) / 2;
  return `M${from.x} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`;
}

function sum(boxes, what) {
  return boxes.reduce((total, box) => total + box[what], 0);
}
