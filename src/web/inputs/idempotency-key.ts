/** How every change of a local fact takes the key of a client that retries. */
export const idempotencyKey = {
  nullable: true,
  description:
    'Chosen by the client, 1 to 64 characters: the same request with the same key is carried out once within a day. Another request with it is refused (CONFLICT).',
};
