// The published JSON Schema and the loader agree: ajv accepts what the loader accepts, and refuses
// every broken row that a schema can express. The loader's verdicts are asserted by test_broken.c
// on the same rows.
// Usage: node schema_agrees.mjs [content folder ...]     needs: cd tests/node && npm ci
import { createRequire } from "node:module";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const require = createRequire(join(root, "tests/node/package.json"));
const Ajv = require("ajv/dist/2020").default;
const ajv = new Ajv({ strict: false, allErrors: true });
const read = (name) => readFileSync(name, "utf8");
const schema = (name) => ajv.compile(JSON.parse(read(join(root, "content/schema", name))));
const schemas = { module: schema("module.schema.json"), strings: schema("strings.schema.json") };

let checked = 0;
const wrong = [];

function accepts(which, text) {
  try {
    return schemas[which](JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function expect(which, text, wanted, name) {
  checked++;
  if (accepts(which, text) !== wanted) {
    wrong.push(`${name}: the schema ${wanted ? "refuses" : "accepts"} it`);
    if (wanted) wrong.push(ajv.errorsText(schemas[which].errors));
  }
}

function checkFolder(content) {
  for (const name of readdirSync(content)) {
    const module = join(content, name, "module.json");
    const strings = join(content, name, "strings");
    if (existsSync(module)) expect("module", read(module), true, module);
    if (!existsSync(strings)) continue;
    for (const table of readdirSync(strings))
      expect("strings", read(join(strings, table)), true, join(strings, table));
  }
}

const data = join(root, "tests/data/content");
const good = {
  module: read(join(data, "good/feelings/module.json")),
  strings: read(join(data, "good/feelings/strings/en.json")),
};
checkFolder(join(data, "good"));
for (const folder of process.argv.slice(2)) checkFolder(folder);

for (const row of JSON.parse(read(join(data, "broken/rows.json"))).rows) {
  const parts = good[row.in].split(row.find);
  if (parts.length !== 2) throw new Error(`not exactly once: ${row.find}`);
  expect(row.in, parts.join(row.put), !row.schema, row.name);
}

for (const line of wrong) console.error(line);
console.log(`${checked} files, ${wrong.length} disagreements`);
process.exit(wrong.length > 0 ? 1 : 0);
