// Unpacks what `packed.rs` has packed.

// LZMA without a header, with four bits of literal context and none of position, as `packed.rs` writes it. What the second
// unpacking needs again stands here: a function that is made anew is compiled anew, which took longer than the unpacking.
const odds = new Uint16Array(13308);
// Range and code: numbers of 32 bits are quick in an array alone, a variable of a closure would hold a new object at each change.
const now = new Uint32Array(2);
let packed, read;
const next = () => {
  if (now[0] < 2 ** 24) {
    now[0] <<= 8;
    now[1] = now[1] << 8 | packed[read++];
  }
};
const bit = i => {
  const odd = odds[i], bound = (now[0] >>> 11) * odd, is = +(now[1] >= bound);
  if (is) {
    now[0] -= bound;
    now[1] -= bound;
    odds[i] = odd - (odd >> 5);
  } else {
    now[0] = bound;
    odds[i] = odd + (2048 - odd >> 5);
  }
  next();
  return is;
};
const tree = (base, bits) => {
  let m = 1;
  for (let i = bits; i--;) m = m * 2 + bit(base + m);
  return m - (1 << bits);
};
const reversed = (base, bits) => {
  let m = 1, sum = 0;
  for (let i = 0; i < bits; i++) {
    const is = bit(base + m);
    m = m * 2 + is;
    sum |= is << i;
  }
  return sum;
};
const many = base =>
  bit(base) ? bit(base + 1) ? 18 + tree(base + 18, 8) : 10 + tree(base + 10, 3) : 2 + tree(base + 2, 3);

const unpack = (from, length) => {
  const found = new Uint8Array(length);
  let at = 0, state = 0, near = 0, second = 0, third = 0, fourth = 0;
  packed = from;
  read = 1;
  now[0] = -1;
  odds.fill(1024);
  while (read < 5) now[1] = now[1] << 8 | packed[read++];
  while (at < length) {
    if (!bit(state)) {
      const base = 1020 + 768 * (at && found[at - 1] >> 4);
      let sign = 1;
      if (state > 6) {
        let match = found[at - near - 1];
        do {
          const expected = match >> 7 & 1, is = bit(base + 256 + expected * 256 + sign);
          match <<= 1;
          sign = sign * 2 + is;
          if (is !== expected) break;
        } while (sign < 256);
      }
      while (sign < 256) sign = sign * 2 + bit(base + sign);
      found[at++] = sign;
      state = state < 4 ? 0 : state - (state < 10 ? 3 : 6);
      continue;
    }
    let copies;
    if (bit(12 + state)) {
      let far = near;
      if (!bit(24 + state)) {
        if (!bit(60 + state)) {
          state = state < 7 ? 9 : 11;
          found[at] = found[at++ - near - 1];
          continue;
        }
      } else {
        if (!bit(36 + state)) far = second;
        else {
          if (!bit(48 + state)) far = third;
          else {
            far = fourth;
            fourth = third;
          }
          third = second;
        }
        second = near;
        near = far;
      }
      copies = many(746);
      state = state < 7 ? 8 : 11;
    } else {
      fourth = third;
      third = second;
      second = near;
      copies = many(472);
      state = state < 7 ? 7 : 10;
      near = tree(72 + 64 * Math.min(copies - 2, 3), 6);
      if (near > 3) {
        const slot = near, bits = (slot >> 1) - 1;
        near = (2 | slot & 1) << bits;
        if (slot < 14) near += reversed(328 + near - slot, bits);
        else {
          let sum = 0;
          for (let i = bits - 4; i--;) {
            now[0] >>>= 1;
            const is = now[1] >= now[0];
            if (is) now[1] -= now[0];
            next();
            sum = sum * 2 + is;
          }
          near += sum * 16 + reversed(456, 4);
        }
      }
    }
    while (copies--) found[at] = found[at++ - near - 1];
  }
  return found;
};

// The lengths of the parts stand in the first line; `bytes` reads the rest.
const parts = (packed, bytes) => {
  const [sizes, rest] = packed.split(/\n([^]*)/);
  const lengths = sizes.split(" ").map(Number);
  const all = unpack(bytes(rest), lengths.reduce((sum, length) => sum + length));
  let at = 0;
  return lengths.map(length => all.subarray(at, at += length));
};

const text = part => new TextDecoder().decode(part);
