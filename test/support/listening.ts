/** Does something, and keeps what is written to the log meanwhile. */
export async function listening<T>(
  act: () => Promise<T>,
): Promise<{ readonly answer: T; readonly lines: readonly string[] }> {
  const lines: string[] = [];
  const streams = [process.stdout, process.stderr];
  const writes = streams.map((stream) => stream.write.bind(stream));
  for (const stream of streams)
    stream.write = (chunk: string | Uint8Array) => lines.push(String(chunk)) > 0;
  try {
    return { answer: await act(), lines };
  } finally {
    for (const [i, stream] of streams.entries()) stream.write = writes[i] ?? stream.write;
  }
}
