/** Does something, and keeps what is written to the log meanwhile. */
export async function listening<T>(
  act: () => Promise<T>,
): Promise<{ readonly answer: T; readonly lines: readonly string[] }> {
  const lines: string[] = [];
  const restore = [process.stdout, process.stderr].map((stream) => {
    const write = stream.write.bind(stream);
    stream.write = (chunk: string | Uint8Array) => lines.push(String(chunk)) > 0;
    return () => {
      stream.write = write;
    };
  });
  try {
    return { answer: await act(), lines };
  } finally {
    for (const one of restore) one();
  }
}
