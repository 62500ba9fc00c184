import { jest } from '@jest/globals';

/** Does something, and keeps what is written to the log meanwhile. */
export async function listening<T>(
  act: () => Promise<T>,
): Promise<{ readonly answer: T; readonly lines: readonly string[] }> {
  const lines: string[] = [];
  const spies = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockImplementation((chunk) => lines.push(String(chunk)) > 0),
  );
  try {
    return { answer: await act(), lines };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
