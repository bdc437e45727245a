// Where a place lies: a click on the map, the position of this device, or degrees that are typed.
// The fields are what is sent; without this script they are all there is.

const root = document.querySelector("[data-location]");
if (root) begin(root);

function begin(root) {
  const part = (name) => root.querySelector(`[data-${name}]`);
  const latitude = root.querySelector("[name=latitude]");
  const longitude = root.querySelector("[name=longitude]");
  const say = (words) => { part("said").textContent = words; };
  let picker;

  const write = (north, east, words, move) => {
    latitude.value = north.toFixed(5);
    longitude.value = east.toFixed(5);
    picker?.show(move);
    say(words);
  };
  const here = () => {
    const found = ({ coords }) => write(coords.latitude, coords.longitude, root.dataset.found.replace("#", Math.ceil(coords.accuracy)), true);
    const failed = (problem) => say(problem?.code === 1 ? root.dataset.refused : root.dataset.failed);
    if (!navigator.geolocation) return failed();
    navigator.geolocation.getCurrentPosition(found, failed, { enableHighAccuracy: true, timeout: 15000 });
  };
  const open = async () => {
    const wanted = part("picker").hidden;
    part("picker").hidden = !wanted;
    part("open").setAttribute("aria-expanded", String(wanted));
    if (!wanted) return;
    picker ??= new Picker(part("map"), await tools(root.dataset), { latitude, longitude, say: root.dataset, write });
    picker.show(true);
    part("map").focus();
  };
  const clear = () => {
    latitude.value = "";
    longitude.value = "";
    picker?.show(true);
    say(root.dataset.cleared);
  };

  part("tools").hidden = false;
  part("here").addEventListener("click", here);
  part("open").addEventListener("click", open);
  part("clear").addEventListener("click", clear);
  [latitude, longitude].forEach((field) => field.addEventListener("input", () => picker?.show(false)));
  document.getElementById("unit")?.addEventListener("change", () => picker?.show(true));
}

/** The library of maps is large: it comes when a map is opened, not with every form. */
async function tools({ library, style, module }) {
  if (!window.ol) {
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: style }));
    await new Promise((loaded, failed) => {
      document.head.append(Object.assign(document.createElement("script"), { src: library, onload: loaded, onerror: failed }));
    });
  }
  return import(module);
}

class Picker {
  constructor(target, tools, form) {
    this.tools = tools;
    this.form = form;
    this.marks = new ol.source.Vector();
    const layer = new ol.layer.Vector({ source: this.marks, style: () => this.mark() });
    this.map = tools.openMap(target, form.say, [layer]);
    this.map.on("click", (event) => this.take(event.coordinate));
    target.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      this.take(this.map.getView().getCenter());
    });
  }

  take(coordinate) {
    const [east, north] = ol.proj.toLonLat(coordinate);
    this.form.write(north, east, this.form.say.picked, false);
  }

  /** What the fields say; where they say nothing, the commune that is chosen, else the nation. */
  show(move) {
    const written = degrees(this.form.latitude.value, this.form.longitude.value);
    this.marks.clear();
    if (written) this.marks.addFeature(new ol.Feature(new ol.geom.Point(this.tools.at(written[1], written[0]))));
    if (!move) return;
    const unit = document.getElementById("unit")?.selectedOptions[0]?.dataset.at?.split(",");
    const middle = unit && degrees(unit[0], unit[1]);
    const view = this.map.getView();
    if (written) this.centre(written, Math.max(view.getZoom(), 14));
    else if (middle) this.centre(middle, 12);
    else this.tools.nation(this.map);
  }

  centre([north, east], zoom) {
    const view = this.map.getView();
    view.setCenter(this.tools.at(east, north));
    view.setZoom(zoom);
  }

  mark() {
    const fill = new ol.style.Fill({ color: this.tools.colour("--lc-teal") });
    const stroke = new ol.style.Stroke({ color: this.tools.colour("--lc-card"), width: 3 });
    return new ol.style.Style({ image: new ol.style.Circle({ radius: 8, fill, stroke }) });
  }
}

function degrees(north, east) {
  const pair = [north, east].map((text) => Number.parseFloat(text));
  return pair.every(Number.isFinite) && Math.abs(pair[0]) < 85 && Math.abs(pair[1]) <= 180 ? pair : null;
}
