// The hash functions that the pipeline was trained with.
#pragma once
#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "base/string_key.h"  // IWYU pragma: export

namespace annals {

// MurmurHash64A of Austin Appleby (public domain). spaCy's StringStore keys a string by it with seed 1
// (spacy/strings.pyx: hash_utf8).
inline std::uint64_t murmur64a(std::string_view key, std::uint64_t seed = 1) {
  constexpr std::uint64_t m = 0xc6a4a7935bd1e995ULL;
  constexpr int r = 47;
  std::uint64_t h = seed ^ (key.size() * m);
  const char* p = key.data();
  for (const char* end = p + (key.size() & ~std::size_t{7}); p != end; p += 8) {
    std::uint64_t k;
    std::memcpy(&k, p, 8);
    k *= m;
    k ^= k >> r;
    k *= m;
    h ^= k;
    h *= m;
  }
  const std::size_t rest = key.size() & 7;
  if (rest != 0) {
    std::uint64_t k = 0;
    std::memcpy(&k, p, rest);  // little-endian, as in the original's fall-through switch
    h ^= k;
    h *= m;
  }
  h ^= h >> r;
  h *= m;
  h ^= h >> r;
  return h;
}

// MurmurHash3_x86_128 of one 64-bit key, in the form in which thinc hashes embedding ids
// (thinc/backends/numpy_ops.pyx: MurmurHash3_x86_128_uint64).
inline std::array<std::uint32_t, 4> murmur3_rows(std::uint64_t key, std::uint32_t seed) {
  std::uint64_t h1 = key * 0x87c37b91114253d5ULL;
  h1 = (h1 << 31) | (h1 >> 33);
  h1 *= 0x4cf5ad432745937fULL;
  h1 ^= seed;
  h1 ^= 8;
  std::uint64_t h2 = seed ^ 8U;
  h1 += h2;
  h2 += h1;
  const auto mix = [](std::uint64_t h) {
    h ^= h >> 33;
    h *= 0xff51afd7ed558ccdULL;
    h ^= h >> 33;
    h *= 0xc4ceb9fe1a85ec53ULL;
    h ^= h >> 33;
    return h;
  };
  h1 = mix(h1);
  h2 = mix(h2);
  h1 += h2;
  h2 += h1;
  return {static_cast<std::uint32_t>(h1), static_cast<std::uint32_t>(h1 >> 32), static_cast<std::uint32_t>(h2),
          static_cast<std::uint32_t>(h2 >> 32)};
}

}  // namespace annals
