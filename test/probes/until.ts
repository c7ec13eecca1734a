/** Waits for a condition, 10 s at most. */
export async function until(condition: () => unknown, what: string): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`waited in vain until ${what}`);
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}
