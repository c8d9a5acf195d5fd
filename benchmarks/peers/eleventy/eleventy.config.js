// The pages' lists and figures with Eleventy: data in _data/*.yml, one template for each block.
import yaml from "js-yaml";

const ROMAN = [["", "X", "XX", "XXX"], ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]];
const made = new WeakMap();

/* What texts may name: {conference.year}, {unit.ubnd-huyen.short}; made once for each build. */
function names({ conference, units }) {
  if (!made.has(units)) {
    const { year, next_year, term, time, title } = conference;
    const roman = ROMAN[0][Math.floor(term / 10)] + ROMAN[1][term % 10];
    const all = { year, next_year, term: roman, week: time.week, month: time.month, title };
    const known = new Map(Object.entries(all).map(([key, value]) => [`conference.${key}`, `${value}`]));
    for (const unit of units.units) {
      known.set(`unit.${unit.id}`, unit.name);
      if (unit.short) known.set(`unit.${unit.id}.short`, unit.short);
      if (unit.variant) known.set(`unit.${unit.id}.variant`, unit.variant);
    }
    made.set(units, known);
  }
  return made.get(units);
}

function resolve(text, known) {
  return text.replace(/\{([a-z0-9._-]+)\}/g, (_, name) => resolve(known.get(name), known));
}

export default function (config) {
  config.addDataExtension("yml", (text) => yaml.load(text));
  config.addNunjucksFilter("text", function (value) {
    return resolve(value, names(this.ctx));
  });
  config.addNunjucksFilter("unit", function (id) {
    return names(this.ctx).get(`unit.${id}`);
  });
  config.addFilter("labels", (groups) => Object.fromEntries(groups.map((group) => [group.id, group.label])));
  config.addFilter("total", (awards) => awards.reduce((sum, award) => sum + award.stated, 0));
  return { dir: { input: ".", output: "site" } };
}
