// The graph of a case: drawn in columns by generation, moved and enlarged, walked through with the
// arrow keys. A contact under the pointer or the cursor shows its path to the index case.
// The layout comes by the address that the page names, which changes with its content.

const SVG = "http://www.w3.org/2000/svg";
const root = document.getElementById("graph");
let HEAD, BOXES_MOST, DRAWN_MOST, boxesOf, place, anchor, curve, where, open;
if (root) start(root);

async function start(root) {
  const status = root.querySelector("[data-status]");
  try {
    ({ HEAD, BOXES_MOST, DRAWN_MOST, boxesOf, place, anchor, curve, where, open } = await import(root.dataset.layout));
    const answer = await fetch(root.dataset.source, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(String(answer.status));
    new Graph(root, await answer.json()).begin();
    status.hidden = true;
  } catch (problem) {
    status.textContent = root.dataset.failed;
    throw problem;
  }
}

class Graph {
  constructor(root, data) {
    this.root = root;
    this.words = root.dataset;
    this.data = data;
    this.boxes = boxesOf(data, this.words);
    this.limits = new Map();
    this.cursor = { index: true };
    this.number = new Intl.NumberFormat(document.documentElement.lang);
    this.svg = root.querySelector("svg");
    this.scene = this.svg.querySelector("[data-scene]");
    this.heads = this.svg.querySelector("[data-heads]");
    this.path = root.querySelector("[data-path]");
    this.said = root.querySelector("[data-said]");
  }

  begin() {
    this.draw();
    this.zoom = d3.zoom().scaleExtent([0.08, 4])
      .filter((event) => event.type === "wheel" ? event.ctrlKey || event.metaKey : !event.button)
      .on("zoom", (event) => this.moved(event.transform));
    this.pane = d3.select(this.svg).call(this.zoom).on("dblclick.zoom", null);
    this.svg.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    this.svg.addEventListener("pointerover", (event) => this.pointed(event));
    this.svg.addEventListener("pointerleave", () => this.show(this.chosen));
    this.svg.addEventListener("click", (event) => this.clicked(event));
    this.svg.addEventListener("keydown", (event) => this.pressed(event));
    this.svg.addEventListener("focus", () => this.show(this.cursor));
    this.root.querySelectorAll("[data-do]").forEach((button) =>
      button.addEventListener("click", () => this.command(button.dataset.do)));
    this.wide = this.svg.clientWidth;
    new ResizeObserver(() => this.resized()).observe(this.svg);
    addEventListener("beforeprint", () => this.paper(true));
    addEventListener("afterprint", () => this.paper(false));
    this.size();
    this.home();
    const asked = this.data.nodes.findIndex((node) => node.person === this.words.contact);
    if (asked >= 0) this.go({ node: asked });
    else this.show(null);
    this.root.dataset.drawn = String(this.scene.querySelectorAll(".node").length);
  }

  // Drawing

  draw() {
    this.plan = place(this.data, this.boxes, this.limits, this.svg.clientWidth);
    this.scene.replaceChildren();
    const edges = this.add(this.scene, "g", { class: this.boxes.length > 40 ? "edges many" : "edges" });
    this.boxOf = new Map();
    this.plan.columns.forEach((column) => {
      column.shown.forEach((box) => {
        this.boxOf.set(box.key, box);
        this.edge(edges, box);
        this.box(box);
      });
      if (column.rest) this.rest(column);
    });
    this.add(this.scene, "circle", { class: "node case", cx: this.plan.index.x, cy: this.plan.index.y, r: 9, "data-index": "" });
    this.text(this.plan.index.x - 12, this.plan.index.y + 26, "name", this.data.index);
    this.text(this.plan.index.x - 12, this.plan.index.y + 42, "count", this.data.caseNumber);
    this.headings();
  }

  edge(edges, box) {
    if (box.loose) return;
    const from = box.via < 0 ? { x: this.plan.index.x + 9, y: this.plan.index.y } : this.out(box.via);
    const width = 1 + Math.min(2.4, Math.log10(box.all));
    box.edge = this.add(edges, "path", { class: "edge", d: curve(from, { x: box.x, y: box.y + HEAD / 2 }), "stroke-width": width.toFixed(1) });
  }

  out(node) {
    const spot = anchor(node, this.plan.at);
    return { x: spot.out, y: spot.y };
  }

  box(box) {
    const BOX = this.plan.box;
    const group = this.add(this.scene, "g", { class: box.open ? "box is-open" : "box", "data-box": box.key });
    box.group = group;
    this.add(group, "rect", { class: "frame", x: box.x, y: box.y, width: BOX, height: box.height, rx: 6 });
    const fold = box.nodes.length > 0;
    if (fold) this.add(group, "path", { class: "fold", d: box.open ? `M${box.x + 9} ${box.y + 10}h8l-4 6z` : `M${box.x + 10} ${box.y + 8}v9l6-4.5z` });
    const counts = this.counts(box.close, box.casual);
    const room = Math.floor((BOX - 34 - counts.length * 7) / 6.6);
    this.text(box.x + (fold ? 22 : 10), box.y + 17, "title", short(box.title, room), group);
    this.text(box.x + BOX - 8, box.y + 17, "count end", counts, group);
    if (box.open) box.nodes.forEach((index) => this.node(group, box, index));
  }

  counts(close, casual) {
    return [close > 0 ? `◎ ${this.number.format(close)}` : "", casual > 0 ? `• ${this.number.format(casual)}` : ""].filter(Boolean).join("  ");
  }

  node(group, box, index) {
    const BOX = this.plan.box;
    const node = this.data.nodes[index];
    const spot = this.plan.at.get(index);
    const mark = this.add(group, "g", { class: `node ${node.close ? "close" : "casual"}${node.inferred ? " guessed" : ""}`, "data-node": index, transform: `translate(${spot.x} ${spot.y})` });
    this.add(mark, "rect", { class: "hit", x: -CELL_HALF, y: -CELL_HALF, width: box.named ? BOX - 16 : 2 * CELL_HALF, height: 2 * CELL_HALF });
    this.add(mark, "circle", { class: "mark", r: node.close ? 4.6 : 3.4 });
    if (node.inferred && !node.close) this.add(mark, "circle", { class: "around", r: 5.6 });
    if (node.late) this.add(mark, "path", { class: "clock", d: "M5 -8a3.2 3.2 0 1 0 .01 0M5 -7v2.2h1.8" });
    if (box.named) {
      this.text(12, 4, "name", short(node.name, Math.floor((BOX - 90) / 6.6)), mark);
      this.text(BOX - 26, 4, "count end", this.minutes(node), mark);
    }
  }

  minutes(node) {
    return node.minutes === 0 ? "" : this.words.minutes.replace("{0}", this.number.format(node.minutes));
  }

  rest(column) {
    const { x, y, boxes, contacts } = column.rest;
    const group = this.add(this.scene, "g", { class: "box more", "data-more": column.generation });
    this.add(group, "rect", { class: "frame", x, y, width: this.plan.box, height: HEAD, rx: 6 });
    this.text(x + 10, y + 17, "title", this.words.more.replace("{0}", this.number.format(boxes)).replace("{1}", this.number.format(contacts)), group);
  }

  headings() {
    this.heads.replaceChildren();
    this.add(this.heads, "rect", { class: "heads", x: 0, y: 0, width: "100%", height: 28 });
    this.add(this.heads, "text", { class: "head", x: this.plan.index.x - 12, y: 19, "data-x": this.plan.index.x - 12 }).textContent = "F0";
    this.plan.columns.forEach((column) => {
      this.add(this.heads, "text", { class: "head", x: column.x, y: 19, "data-x": column.x }).textContent = `F${column.generation}   ${this.counts(column.close, column.casual)}`;
    });
  }

  // Moving

  size() {
    const room = Math.max(320, Math.min(innerHeight * 0.72, 760));
    const wide = this.svg.clientWidth / this.plan.width;
    this.svg.setAttribute("height", Math.round(Math.min(room, Math.max(260, this.plan.height * Math.min(1, wide) + 24))));
    this.zoom.extent([[0, 0], [this.svg.clientWidth, this.svg.clientHeight]]);
    this.zoom.translateExtent([[-200, -60], [this.plan.width + 200, this.plan.height + 200]]);
  }

  home() {
    const scale = Math.max(0.6, Math.min(1, this.svg.clientWidth / this.plan.width));
    this.pane.call(this.zoom.transform, d3.zoomIdentity.scale(scale));
  }

  moved(transform) {
    this.transform = transform;
    this.scene.setAttribute("transform", transform);
    this.heads.querySelectorAll("[data-x]").forEach((head) => head.setAttribute("x", transform.applyX(Number(head.dataset.x))));
  }

  wheel(event) {
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const scale = this.transform.k;
    this.pane.call(this.zoom.translateBy, -(event.shiftKey ? event.deltaY : event.deltaX) / scale, event.shiftKey ? 0 : -event.deltaY / scale);
  }

  command(what) {
    if (what === "in") this.pane.call(this.zoom.scaleBy, 1.3);
    if (what === "out") this.pane.call(this.zoom.scaleBy, 1 / 1.3);
    if (what === "home") this.home();
    if (what === "fit") {
      const scale = Math.min(1.4, this.svg.clientWidth / this.plan.width, this.svg.clientHeight / this.plan.height);
      this.pane.call(this.zoom.transform, d3.zoomIdentity.scale(scale));
    }
    if (what === "open" || what === "close") {
      open(this.boxes, what === "open" ? DRAWN_MOST : 0);
      this.again();
    }
  }

  again() {
    this.draw();
    this.size();
    this.moved(this.transform);
    this.show(this.cursor);
  }

  /** On paper all of it is shown, whatever part was on the screen. */
  paper(printing) {
    if (printing) {
      this.svg.setAttribute("viewBox", `0 0 ${this.plan.width} ${this.plan.height}`);
      this.svg.setAttribute("preserveAspectRatio", "xMinYMin meet");
      this.shown = this.transform;
      this.moved(d3.zoomIdentity);
    } else {
      this.svg.removeAttribute("viewBox");
      this.moved(this.shown);
    }
  }

  /** Where somebody opens beside the graph, it is drawn anew in what room is left. */
  resized() {
    if (this.svg.hasAttribute("viewBox") || Math.abs(this.svg.clientWidth - this.wide) < 4) return;
    this.wide = this.svg.clientWidth;
    this.draw();
    this.size();
    this.home();
    this.show(this.chosen ?? null);
    if (this.chosen) this.reveal(this.spot(this.chosen));
  }

  spot(thing) {
    if (thing.box !== undefined) return this.boxOf.get(thing.box) ?? this.plan.index;
    return thing.node === undefined ? this.plan.index : this.plan.at.get(thing.node);
  }

  reveal(spot) {
    const x = this.transform.applyX(spot.x);
    const y = this.transform.applyY(spot.y);
    const right = this.svg.clientWidth - 60;
    const bottom = this.svg.clientHeight - 40;
    const left = x < 40 ? 60 - x : x > right ? right - x - 60 : 0;
    const down = y < 50 ? 90 - y : y > bottom ? bottom - y - 60 : 0;
    if (left || down) this.pane.call(this.zoom.translateBy, left / this.transform.k, down / this.transform.k);
  }

  // Showing a path

  pointed(event) {
    const thing = this.thing(event.target);
    if (thing) this.show(thing);
  }

  thing(target) {
    const found = target.closest("[data-node], [data-index], [data-box], [data-more]");
    if (!found) return null;
    const { node, box, more } = found.dataset;
    if (node !== undefined) return { node: Number(node) };
    if (more !== undefined) return { more: Number(more) };
    return box === undefined ? { index: true } : { box };
  }

  steps(thing) {
    const steps = [];
    const box = thing.box === undefined ? null : this.boxOf.get(thing.box);
    let node = box ? box.via : thing.node ?? -1;
    while (node >= 0) {
      steps.push(node);
      node = this.data.nodes[node].via;
    }
    return steps;
  }

  show(thing) {
    this.scene.querySelectorAll(".on, .at").forEach((part) => part.classList.remove("on", "at"));
    this.svg.classList.toggle("has-path", Boolean(thing && (thing.node !== undefined || thing.box !== undefined)));
    this.path.replaceChildren();
    if (!thing) {
      this.item(this.words.hint, "", null);
      return;
    }
    const steps = this.steps(thing);
    this.scene.querySelector("[data-index]").classList.add("on");
    steps.forEach((node) => this.light(node));
    if (thing.box !== undefined) this.lightBox(this.boxOf.get(thing.box));
    this.element(thing)?.classList.add("at");
    this.tell(thing, steps);
  }

  light(node) {
    this.scene.querySelector(`[data-node="${node}"]`)?.classList.add("on");
    const box = this.plan.at.get(node)?.box;
    box?.edge?.classList.add("on");
    box?.group?.classList.add("on");
  }

  lightBox(box) {
    box?.edge?.classList.add("on");
    box?.group?.classList.add("on");
  }

  element(thing) {
    if (thing.index) return this.scene.querySelector("[data-index]");
    if (thing.more !== undefined) return this.scene.querySelector(`[data-more="${thing.more}"]`);
    return this.scene.querySelector(thing.box === undefined ? `[data-node="${thing.node}"]` : `[data-box="${CSS.escape(thing.box)}"]`);
  }

  tell(thing, steps) {
    if (thing.more !== undefined) return;
    const box = thing.box === undefined ? null : this.boxOf.get(thing.box);
    if (box) this.item(`${box.title}: ${this.counts(box.close, box.casual)}`, `F${box.generation}`, null);
    steps.forEach((at) => {
      const node = this.data.nodes[at];
      this.item(node.name, `F${node.generation}`, this.reason(node), node.close);
    });
    this.item(this.data.index, `F0 ${this.data.caseNumber}`, null);
  }

  reason(node) {
    const place = node.place >= 0 ? where(node.place, this.data, this.words) : "";
    return [this.data.sources[node.source], place, this.minutes(node), node.from, node.inferred ? this.words.guessed : "", node.late ? this.words.late : ""].filter(Boolean).join(", ");
  }

  item(name, generation, reason, close) {
    const line = document.createElement("li");
    const mark = document.createElement("i");
    mark.className = close === undefined ? generation.startsWith("F0") ? "mark-case" : "" : close ? "mark-close" : "mark-casual";
    const who = document.createElement(generation ? "strong" : "span");
    who.textContent = name;
    const tail = document.createElement("span");
    tail.className = "sub";
    tail.textContent = reason ? ` ${generation}, ${reason}` : ` ${generation}`;
    if (mark.className) line.append(mark, " ");
    line.append(who, tail);
    this.path.append(line);
  }

  // Choosing

  clicked(event) {
    const thing = this.thing(event.target);
    if (!thing) {
      this.chosen = null;
      this.show(null);
      return;
    }
    this.cursor = thing;
    this.act(thing);
  }

  act(thing) {
    if (thing.more !== undefined) {
      this.limits.set(thing.more, (this.limits.get(thing.more) ?? BOXES_MOST) + BOXES_MOST);
      this.cursor = { index: true };
      this.again();
      return;
    }
    if (thing.box !== undefined) {
      this.fold(thing.box);
      return;
    }
    this.chosen = thing;
    this.show(thing);
    if (thing.node !== undefined) this.besides(this.data.nodes[thing.node].person);
  }

  fold(key) {
    const box = this.boxOf.get(key);
    if (box.nodes.length === 0) {
      const what = box.place ? `&place=${box.place}` : box.person ? `&via=${box.person}` : "";
      location.href = `${this.words.list}?generation=${box.generation}${what}`;
      return;
    }
    box.open = !box.open;
    this.again();
  }

  besides(person) {
    if (!person) return;
    const address = `${this.words.list}/contacts/${person}?view=graph`;
    htmx.ajax("GET", address, { target: "#beside", swap: "innerHTML", source: this.root });
    history.replaceState(null, "", `${this.words.list}?view=graph&contact=${person}`);
  }

  // The keyboard

  pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const keys = {
      ArrowUp: () => this.along(-1), ArrowDown: () => this.along(1), ArrowLeft: () => this.back(), ArrowRight: () => this.on(),
      Enter: () => this.act(this.cursor), " ": () => this.act(this.cursor), "+": () => this.command("in"), "-": () => this.command("out"),
      0: () => this.command("fit"), Home: () => this.go({ index: true }), Escape: () => { this.chosen = null; this.show(null); },
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  stops(generation) {
    const column = this.plan.columns[generation - 1];
    if (!column) return [{ index: true }];
    const stops = column.shown.flatMap((box) => [{ box: box.key }, ...(box.open ? box.nodes.map((node) => ({ node })) : [])]);
    return column.rest ? [...stops, { more: generation }] : stops;
  }

  generation(thing) {
    if (thing.node !== undefined) return this.data.nodes[thing.node].generation;
    if (thing.more !== undefined) return thing.more;
    return thing.box === undefined ? 0 : this.boxOf.get(thing.box).generation;
  }

  along(step) {
    const stops = this.stops(this.generation(this.cursor));
    const at = stops.findIndex((stop) => stop.node === this.cursor.node && stop.box === this.cursor.box && stop.more === this.cursor.more);
    this.go(stops[Math.max(0, Math.min(stops.length - 1, at + step))]);
  }

  back() {
    const thing = this.cursor;
    const via = thing.node !== undefined ? this.data.nodes[thing.node].via : thing.box === undefined ? -1 : this.boxOf.get(thing.box).via;
    this.go(via < 0 ? { index: true } : this.standing(via));
  }

  on() {
    const thing = this.cursor;
    if (thing.box !== undefined) {
      const box = this.boxOf.get(thing.box);
      if (box.nodes.length === 0) return;
      if (!box.open) this.fold(thing.box);
      this.go({ node: box.nodes[0] });
      return;
    }
    const next = [...this.boxOf.values()].find((box) => thing.index ? box.generation === 1 : box.via === thing.node && box.generation > 1);
    if (next) this.go({ box: next.key });
  }

  /** The contact, or the box that hides it. */
  standing(node) {
    const spot = this.plan.at.get(node);
    if (spot?.hidden) return spot.box ? { box: spot.box.key } : { index: true };
    return { node };
  }

  go(thing) {
    if (!thing) return;
    if (thing.node !== undefined) {
      const spot = this.plan.at.get(thing.node);
      if (spot?.hidden && spot.box) this.fold(spot.box.key);
    }
    this.cursor = thing;
    this.chosen = thing;
    this.show(thing);
    this.reveal(this.spot(thing));
    this.said.textContent = [...this.path.children].map((line) => line.textContent).join(" ← ");
  }

  add(parent, name, attributes) {
    const part = document.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([key, value]) => part.setAttribute(key, value));
    parent.append(part);
    return part;
  }

  text(x, y, style, words, parent = this.scene) {
    this.add(parent, "text", { class: style, x, y }).textContent = words;
  }
}

const CELL_HALF = 8;

function short(words, room) {
  return words.length <= room ? words : `${words.slice(0, Math.max(3, room - 1))}…`;
}
