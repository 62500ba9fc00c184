// PostGraphile in a process of its own, as its authors recommend it, over the program's own tables: it tells its
// address when it listens, and how much it has worked whenever it is asked.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { jsonPgSmartTags } from 'postgraphile/utils';
import { answering } from '../child.js';
import { ownWork } from '../in-turns.js';

/** What the tables do not say themselves: they have no such constraint, so that a sync may write in any order. */
const relations = jsonPgSmartTags({
  version: 1,
  config: {
    class: {
      person: { tags: { foreignKey: '(unit_id) references unit (id)|@fieldName unit' } },
      directory_number: {
        tags: { foreignKey: '(person_id) references person (id)|@foreignFieldName numbers' },
      },
    },
  },
});

const connectionString = process.env['OWNER_URL'] ?? '';
const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [relations],
  pgServices: [makePgService({ connectionString, schemas: ['public'] })],
  grafserv: { watch: false },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1');
await once(server, 'listening');
answering(async () => ({ work: await ownWork() }));
process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
