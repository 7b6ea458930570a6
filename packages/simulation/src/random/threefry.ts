/**
 * Threefry-2x32 with 20 rounds: a block function of a key and a counter whose outputs pass for random, made to be split. After
 * Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011; known answers stand in the test.
 * Not for anything that must not be guessed.
 */
export function threefry(key0: number, key1: number, counter0: number, counter1: number, into: Int32Array): void {
  const key2 = 0x1bd11bda ^ key0 ^ key1
  let a = (counter0 + key0) | 0
  let b = (counter1 + key1) | 0
  for (let group = 0; group < 5; group += 1) {
    const even = (group & 1) === 0
    a = (a + b) | 0
    b = turned(b, even ? 13 : 17) ^ a
    a = (a + b) | 0
    b = turned(b, even ? 15 : 29) ^ a
    a = (a + b) | 0
    b = turned(b, even ? 26 : 16) ^ a
    a = (a + b) | 0
    b = turned(b, even ? 6 : 24) ^ a
    const injected = (group + 1) % 3
    a = (a + (injected === 0 ? key0 : injected === 1 ? key1 : key2)) | 0
    b = (b + (injected === 0 ? key1 : injected === 1 ? key2 : key0) + group + 1) | 0
  }
  into[0] = a
  into[1] = b
}

const turned = (word: number, by: number): number => (word << by) | (word >>> (32 - by))
