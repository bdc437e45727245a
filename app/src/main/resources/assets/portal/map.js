// A map that asks no server but our own: a grid of degrees and the names of units, above an
// operator's own tiles where the installation names some. What lies on it is the caller's.

const NATION = [101.5, 6.8, 118.2, 23.6];
const ISLANDS = { hoangSa: [112.03268, 16.32742], truongSa: [114.1371, 9.2645] };
const LABELS_FROM_ZOOM = 6;

export const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
export const at = (longitude, latitude) => ol.proj.fromLonLat([longitude, latitude]);

/**
 * @param target the element that becomes the map
 * @param say {tiles, credit, labels, hoangSa, truongSa}: addresses and words
 * @param layers what lies on the map; their styles are asked again when the theme changes
 */
export function openMap(target, say, layers) {
  const islands = named([[say.hoangSa, ISLANDS.hoangSa], [say.truongSa, ISLANDS.truongSa]], 1);
  const units = new ol.source.Vector();
  const context = [
    ...(say.tiles ? [tiles(say)] : []),
    graticule(),
    new ol.layer.Vector({ source: units, style: label, declutter: "context" }),
    new ol.layer.Vector({ source: new ol.source.Vector({ features: islands }), style: island }),
  ];
  const map = new ol.Map({
    target,
    layers: [...context, ...layers],
    controls: [new ol.control.ScaleLine({ minWidth: 72 }), ...(say.credit ? [new ol.control.Attribution({ collapsible: false })] : [])],
    view: new ol.View({ center: at(107, 16), zoom: 6, minZoom: 4, maxZoom: 18, enableRotation: false }),
    keyboardEventTarget: target,
  });
  map.on("moveend", () => fill(map, units, say.labels));
  new MutationObserver(() => [...context, ...layers].forEach((layer) => layer.changed()))
    .observe(document.documentElement, { attributes: true, attributeFilter: ["data-bs-theme"] });
  return map;
}

/** Shows all of these, or the nation where there are none. */
export function fit(map, extent, still) {
  if (ol.extent.isEmpty(extent)) {
    nation(map);
    return;
  }
  map.getView().fit(extent, { padding: [56, 56, 56, 56], maxZoom: 14, duration: still ? 0 : 200 });
}

/** All of Việt Nam with Hoàng Sa and Trường Sa. */
export function nation(map) {
  map.getView().fit(ol.proj.transformExtent(NATION, "EPSG:4326", "EPSG:3857"), { padding: [8, 8, 8, 8] });
}

export function zoom(map, step) {
  map.getView().animate({ zoom: map.getView().getZoom() + step, duration: 120 });
}

function tiles(say) {
  return new ol.layer.Tile({ source: new ol.source.XYZ({ url: say.tiles, attributions: say.credit || undefined }) });
}

function graticule() {
  // One grey that is seen on light and on dark: the library asks for it once.
  const stroke = new ol.style.Stroke({ color: "rgba(120, 134, 148, 0.28)", width: 1 });
  const words = (place) => new ol.style.Text({ font: "11px system-ui, sans-serif", fill: new ol.style.Fill({ color: "#7b8794" }), ...place });
  return new ol.layer.Graticule({ strokeStyle: stroke, showLabels: true, wrapX: false, lonLabelStyle: words({ textBaseline: "bottom", offsetY: -3 }), latLabelStyle: words({ textAlign: "end", offsetX: -4, textBaseline: "bottom" }), targetSize: 130 });
}

function named(pairs, level) {
  return pairs.map(([name, [longitude, latitude]]) => new ol.Feature({ geometry: new ol.geom.Point(at(longitude, latitude)), name, level }));
}

function label(feature) {
  const level = feature.get("level");
  return new ol.style.Style({
    image: level === 1 ? undefined : new ol.style.Circle({ radius: 1.5, fill: new ol.style.Fill({ color: colour("--lc-muted") }) }),
    text: words(feature.get("name"), level === 1 ? "600 13px" : level === 2 ? "12px" : "11px", level === 1 ? 0 : -9),
  });
}

function island(feature) {
  return new ol.style.Style({
    image: new ol.style.Circle({ radius: 3, fill: new ol.style.Fill({ color: colour("--lc-teal") }) }),
    text: words(feature.get("name"), "600 12px", -12),
  });
}

function words(text, font, offsetY) {
  return new ol.style.Text({
    text,
    font: `${font} system-ui, sans-serif`,
    offsetY,
    fill: new ol.style.Fill({ color: colour("--lc-muted") }),
    stroke: new ol.style.Stroke({ color: colour("--lc-map"), width: 3 }),
  });
}

/** The names of units in view; far out only those of provinces would not cover each other. */
async function fill(map, units, address) {
  const size = map.getSize();
  if (!address || !size || map.getView().getZoom() < LABELS_FROM_ZOOM) {
    units.clear();
    return;
  }
  const [west, south, east, north] = ol.proj.transformExtent(map.getView().calculateExtent(size), "EPSG:3857", "EPSG:4326");
  const query = new URLSearchParams({ west: Math.max(-180, west), south: Math.max(-85, south), east: Math.min(180, east), north: Math.min(85, north) });
  const answer = await fetch(`${address}?${query}`, { headers: { Accept: "application/json" } });
  if (!answer.ok) return;
  const found = (await answer.json()).filter((unit) => !isIsland(unit));
  units.clear();
  units.addFeatures(found.flatMap((unit) => named([[unit.name, [unit.longitude, unit.latitude]]], unit.level)));
}

/** The archipelagos have a label of their own that is always there. */
function isIsland(unit) {
  return Object.values(ISLANDS).some(([longitude, latitude]) => Math.abs(unit.longitude - longitude) < 0.01 && Math.abs(unit.latitude - latitude) < 0.01);
}
