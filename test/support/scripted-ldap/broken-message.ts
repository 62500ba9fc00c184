import { elementsOf, firstElement } from '../../../src/demo/ldap-server/ber-element.js';

/** A length of 127 bytes of length: no element of LDAP has one. */
const noLength = 0xff;

/** A message whose envelope and number can be read, and whose first field has no length. */
export function breakMessage(message: Buffer): Buffer {
  const broken = Buffer.from(message);
  const envelope = firstElement(broken, broken.length)?.content ?? broken;
  // The elements are views of the same bytes.
  const [, operation] = elementsOf(envelope);
  operation?.content.writeUInt8(noLength, 1);
  return broken;
}
