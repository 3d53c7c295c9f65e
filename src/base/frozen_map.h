// A hash map from 64-bit keys to 32-bit values that is built once and then only mapped and read.
//
// Layout: a power-of-two array of slots, open addressing with linear probing, at most two thirds full. A key of 0 marks
// a free slot, so 0 itself can not be stored. Keys are expected to be well mixed already (they are hashes).
#pragma once
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace annals {

struct FrozenSlot {
  std::uint64_t key;
  std::uint32_t value;
  std::uint32_t padding;
};

// The slots for `entries`. Where a key comes twice the later one wins; entries with key 0 are left out.
inline std::vector<FrozenSlot> freeze(std::span<const std::pair<std::uint64_t, std::uint32_t>> entries) {
  const std::size_t capacity = std::bit_ceil(entries.size() + entries.size() / 2 + 2);
  std::vector<FrozenSlot> slots(capacity, FrozenSlot{0, 0, 0});
  for (const auto& [key, value] : entries) {
    if (key == 0) continue;
    std::size_t i = key & (capacity - 1);
    while (slots[i].key != 0 && slots[i].key != key) i = (i + 1) & (capacity - 1);
    slots[i] = {key, value, 0};
  }
  return slots;
}

class FrozenMap {
 public:
  FrozenMap() = default;
  // Borrows the slots. Their number must be a power of two with at least one slot free, as freeze() makes them; any
  // other array reads as an empty map, so that a damaged file can not make a look-up run on for ever.
  explicit FrozenMap(std::span<const FrozenSlot> slots) {
    if (!std::has_single_bit(slots.size())) return;
    for (const FrozenSlot& slot : slots) {
      if (slot.key == 0) {
        slots_ = slots;
        return;
      }
    }
  }

  std::optional<std::uint32_t> find(std::uint64_t key) const {
    if (slots_.empty() || key == 0) return std::nullopt;
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = key & mask; slots_[i].key != 0; i = (i + 1) & mask) {
      if (slots_[i].key == key) return slots_[i].value;
    }
    return std::nullopt;
  }

 private:
  std::span<const FrozenSlot> slots_;
};

}  // namespace annals
