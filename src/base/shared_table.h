// A hash table that threads read without locks while others add to it.
//
// Entries are only ever added, each is complete before it is published, and none moves or dies before the table. The
// number of slots is fixed, so that a look-up is a few loads: this is the cache of words on the tokenizer's hot path.
#pragma once
#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace annals {

// `Entry` has a member `hash`, well mixed.
template <typename Entry>
class SharedTable {
 public:
  // Room for `capacity` entries in twice as many slots or more.
  explicit SharedTable(std::size_t capacity)
      : capacity_(capacity),
        mask_(std::bit_ceil(capacity * 2 + 2) - 1),
        slots_(std::make_unique<std::atomic<const Entry*>[]>(mask_ + 1)) {}

  // The entry with `hash` for which `equals` holds, or nullptr. Any thread may call it at any time.
  template <typename Equals>
  const Entry* find(std::uint64_t hash, const Equals& equals) const {
    for (std::size_t i = hash & mask_;; i = (i + 1) & mask_) {
      const Entry* entry = slots_[i].load(std::memory_order_acquire);
      if (entry == nullptr || (entry->hash == hash && equals(*entry))) return entry;
    }
  }

  bool full() const { return size_.load(std::memory_order_relaxed) >= capacity_; }

  // Publishes an entry that is not in the table yet and outlives it. One thread at a time, and not when full().
  void add(const Entry* entry) {
    std::size_t i = entry->hash & mask_;
    while (slots_[i].load(std::memory_order_relaxed) != nullptr) i = (i + 1) & mask_;
    slots_[i].store(entry, std::memory_order_release);
    size_.store(size_.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
  }

 private:
  std::size_t capacity_;
  std::size_t mask_;
  std::unique_ptr<std::atomic<const Entry*>[]> slots_;
  std::atomic<std::size_t> size_{0};
};

}  // namespace annals
