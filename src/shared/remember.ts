/** A pure function of a string that works out each answer once. */
export function remember<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const old = known.get(key);
    if (old !== undefined || known.has(key)) return old as T;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
