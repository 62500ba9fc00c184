import { EventEmitter } from 'node:events';
import { expect, test } from '@jest/globals';
import type { WebSocket } from 'ws';
import { LiveConnection } from '../../../src/web/live/live-connection.js';
import { LiveConnections } from '../../../src/web/live/live-connections.js';

/** A socket that can be cut: a real one would be closed for its silence on a machine that opens 500 too slowly. */
class Socket extends EventEmitter {
  terminate(): void {
    this.emit('close');
  }
}

test('of those that say nothing the oldest goes when there are more than 500', () => {
  const connections = new LiveConnections();
  const cut: string[] = [];
  const open = (id: string): LiveConnection => {
    const socket = new Socket() as unknown as WebSocket;
    const connection = new LiveConnection(id, socket);
    connections.add(connection, socket);
    socket.once('close', () => cut.push(id));
    return connection;
  };
  const first = open('0');
  connections.speaks(first);
  for (let i = 1; i <= 500; i += 1) open(`${i}`);
  expect(cut).toEqual([]);
  open('501');
  open('502');
  expect(cut).toEqual(['1', '2']);
  expect(connections.size).toBe(501);
});
