// The places of a case on a map: how many met the index case there, and his way through a day.

const root = document.getElementById("case-map");
if (root) start(root);

async function start(root) {
  const said = root.querySelector("[data-said]");
  const [tools, answer] = await Promise.all([
    import(root.dataset.module),
    fetch(root.dataset.source, { headers: { Accept: "application/json" } }),
  ]);
  if (!answer.ok) {
    said.textContent = root.dataset.failed;
    said.classList.remove("visually-hidden");
    return;
  }
  new PlacesMap(root, tools, await answer.json()).begin();
}

class PlacesMap {
  constructor(root, tools, data) {
    this.root = root;
    this.tools = tools;
    this.data = data;
    this.say = root.dataset;
    this.day = this.say.day ?? "";
    this.chosen = this.say.place ?? "";
  }

  begin() {
    const { data, tools } = this;
    this.spread();
    this.features = data.places.map((place, index) => new ol.Feature({ geometry: new ol.geom.Point(tools.at(place.longitude, place.latitude)), index }));
    const places = new ol.source.Vector({ features: this.features });
    // Its own geometry only says when it is in view; the style draws the lines.
    this.way = new ol.Feature(data.places.length === 0 ? new ol.geom.Point([0, 0]) : ol.geom.Polygon.fromExtent(places.getExtent()));
    this.wayLayer = new ol.layer.Vector({ source: new ol.source.Vector({ features: [this.way] }), style: (_, resolution) => this.wayStyle(resolution), updateWhileInteracting: true, updateWhileAnimating: true });
    this.placeLayer = new ol.layer.Vector({ source: places, style: (feature, resolution) => this.placeStyle(feature, resolution), declutter: "places", updateWhileInteracting: true, updateWhileAnimating: true });
    this.map = tools.openMap(this.root.querySelector("[data-map]"), this.say, [this.wayLayer, this.placeLayer]);
    this.extent = places.getExtent();
    tools.fit(this.map, this.extent, true);
    this.map.on("click", (event) => this.clicked(event));
    this.map.on("pointermove", (event) => { this.map.getTargetElement().classList.toggle("is-over", this.map.hasFeatureAtPixel(event.pixel, { layerFilter: (layer) => layer === this.placeLayer })); });
    this.root.querySelectorAll("[data-do]").forEach((button) => button.addEventListener("click", () => this.command(button.dataset.do)));
    this.root.querySelectorAll("[name=map-day]").forEach((choice) => choice.addEventListener("change", () => this.showDay(choice.value)));
    document.addEventListener("keydown", (event) => this.pressed(event));
    document.body.addEventListener("htmx:afterSwap", (event) => this.opened(event));
    this.showDay(this.day);
    this.map.once("rendercomplete", () => { this.root.dataset.drawn = String(this.features.length); });
  }

  /** Places that share the middle of a commune stand in a ring around it, so that each is seen. */
  spread() {
    const together = new Map();
    this.data.places.forEach((place, index) => {
      const key = `${place.latitude}/${place.longitude}`;
      together.set(key, [...(together.get(key) ?? []), index]);
    });
    together.forEach((indexes) => indexes.forEach((index, order) => {
      const angle = (2 * Math.PI * order) / indexes.length - Math.PI / 2;
      const radius = indexes.length === 1 ? 0 : 20 + 5 * indexes.length;
      this.data.places[index].shift = [Math.cos(angle) * radius, Math.sin(angle) * radius];
    }));
  }

  spot(index, resolution) {
    const place = this.data.places[index];
    const [x, y] = this.tools.at(place.longitude, place.latitude);
    return [x + place.shift[0] * resolution, y + place.shift[1] * resolution];
  }

  stays() {
    return this.data.stays.filter((stay) => this.day === "" || stay.day === this.day);
  }

  placeStyle(feature, resolution) {
    const index = feature.get("index");
    const place = this.data.places[index];
    const here = this.stays().map((stay, order) => ({ ...stay, order: order + 1 })).filter((stay) => stay.place === index);
    const open = place.id === this.chosen;
    const faded = here.length === 0 && !open;
    const people = place.close + place.casual;
    const tone = this.tools.colour(place.close > 0 ? "--lc-close" : place.casual > 0 ? "--lc-casual" : "--lc-teal");
    const radius = Math.min(22, 6 + Math.sqrt(people) * 1.5);
    const geometry = new ol.geom.Point(this.spot(index, resolution));
    const circle = new ol.style.Style({
      geometry,
      image: new ol.style.Circle({
        radius,
        declutterMode: "none",
        fill: new ol.style.Fill({ color: `${tone}${faded ? "0d" : "40"}` }),
        stroke: new ol.style.Stroke({ color: faded ? `${tone}66` : tone, width: open ? 4 : 2, lineDash: place.approximate ? [4, 4] : undefined }),
      }),
      zIndex: open ? 3 : 1,
    });
    if (faded) return circle;
    const counts = [place.close > 0 ? `◎ ${place.close}` : "", place.casual > 0 ? `• ${place.casual}` : ""].filter(Boolean).join(" ");
    const styles = [circle, this.text(geometry, counts ? `${place.name}  ${counts}` : place.name, radius + 11, "600 12px")];
    if (this.day !== "") styles.push(this.text(geometry, here.map((stay) => stay.order).join(", "), 0, "700 13px", "none"));
    return styles;
  }

  text(geometry, words, offsetY, font, declutterMode) {
    const { colour } = this.tools;
    return new ol.style.Style({
      geometry,
      text: new ol.style.Text({
        text: words,
        font: `${font} system-ui, sans-serif`,
        offsetY,
        declutterMode,
        fill: new ol.style.Fill({ color: colour("--tblr-body-color") }),
        stroke: new ol.style.Stroke({ color: colour("--lc-map"), width: 3 }),
      }),
      zIndex: 2,
    });
  }

  wayStyle(resolution) {
    const stays = this.stays();
    const tone = this.tools.colour("--lc-teal-strong");
    const styles = [];
    for (let at = 1; at < stays.length; at++) {
      if (stays[at].place === stays[at - 1].place || stays[at].day !== stays[at - 1].day) continue;
      const from = this.spot(stays[at - 1].place, resolution);
      const to = this.spot(stays[at].place, resolution);
      const line = this.day === "" ? `${tone}55` : tone;
      styles.push(new ol.style.Style({ geometry: new ol.geom.LineString([from, to]), stroke: new ol.style.Stroke({ color: line, width: this.day === "" ? 1.5 : 2.5 }) }));
      if (this.day !== "") styles.push(this.arrow(from, to, tone));
    }
    return styles;
  }

  arrow(from, to, tone) {
    const middle = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    const rotation = Math.PI / 2 - Math.atan2(to[1] - from[1], to[0] - from[0]);
    return new ol.style.Style({
      geometry: new ol.geom.Point(middle),
      image: new ol.style.RegularShape({ points: 3, radius: 7, rotation, rotateWithView: true, fill: new ol.style.Fill({ color: tone }) }),
    });
  }

  showDay(day) {
    this.day = day;
    this.wayLayer.changed();
    this.placeLayer.changed();
    const here = new Set(this.stays().map((stay) => this.data.places[stay.place].id));
    document.querySelectorAll("tr[data-of]").forEach((row) => row.classList.toggle("is-faded", !here.has(row.dataset.of)));
    const address = new URL(location.href);
    if (day) address.searchParams.set("day", day); else address.searchParams.delete("day");
    history.replaceState(history.state, "", address);
    this.root.querySelector("[data-said]").textContent = this.stays().map((stay) => `${this.data.places[stay.place].name} ${stay.span}`).join("; ");
  }

  command(what) {
    if (what === "in") this.tools.zoom(this.map, 1);
    if (what === "out") this.tools.zoom(this.map, -1);
    if (what === "fit") this.tools.fit(this.map, this.extent);
    if (what === "nation") this.tools.nation(this.map);
  }

  clicked(event) {
    const found = this.map.forEachFeatureAtPixel(event.pixel, (feature) => feature, { hitTolerance: 4, layerFilter: (layer) => layer === this.placeLayer });
    if (!found) return;
    const place = this.data.places[found.get("index")];
    const address = new URL(location.href);
    address.searchParams.set("place", place.id);
    address.searchParams.delete("contact");
    history.replaceState(history.state, "", address);
    htmx.ajax("GET", `${this.say.list}/places/${place.id}`, { target: "#beside", swap: "innerHTML", source: this.root });
    this.choose(place.id);
  }

  opened(event) {
    const row = event.detail.requestConfig?.elt?.closest("tr[data-of]");
    if (row) this.choose(row.dataset.of);
  }

  choose(place) {
    this.chosen = place;
    document.querySelectorAll("tr[data-of]").forEach((row) => row.classList.toggle("is-open", row.dataset.of === place));
    this.placeLayer.changed();
    this.reveal(place);
    this.map.once("change:size", () => this.reveal(place));
  }

  /** The map gets narrower where a place opens beside it. */
  reveal(place) {
    const feature = this.features.find((each) => this.data.places[each.get("index")].id === place);
    const view = this.map.getView();
    const spot = feature?.getGeometry().getCoordinates();
    if (spot && !ol.extent.containsCoordinate(view.calculateExtent(this.map.getSize()), spot)) view.animate({ center: spot, duration: 200 });
  }

  pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=radio]), textarea, select")) return;
    const step = event.key === "]" ? 1 : event.key === "[" ? -1 : 0;
    if (step === 0) return;
    const choices = [...this.root.querySelectorAll("[name=map-day]")];
    const next = choices[choices.findIndex((choice) => choice.checked) + step];
    if (!next) return;
    next.checked = true;
    this.showDay(next.value);
  }
}
