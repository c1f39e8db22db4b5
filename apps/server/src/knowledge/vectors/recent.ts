/** The last `most` values put or asked for, by name. */
export function recent<V>(most: number) {
  const values = new Map<string, V>();
  const put = (name: string, value: V): void => {
    values.delete(name);
    values.set(name, value);
    if (values.size > most) values.delete(values.keys().next().value!);
  };
  return {
    put,
    get: (name: string): V | undefined => {
      const value = values.get(name);
      if (value !== undefined) put(name, value);
      return value;
    },
  };
}
