// A bounded cache of vectors, one for each word, that threads share without locks.
#pragma once
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace annals {

// Entries are written once and stay until the cache dies, so a pointer from find() remains good. When the room is
// used up, insert() says no and the caller keeps its own copy.
//
// The memory is reserved at once and touched only as entries come, so an unused cache costs next to nothing.
class VectorCache {
 public:
  // `keys`: keys are 0 .. keys - 1. `entry_floats`: floats of an entry. `capacity`: entries.
  VectorCache(std::size_t keys, std::size_t entry_floats, std::size_t capacity);

  // The entry of `key`, or nullptr.
  const float* find(std::size_t key) const { return index_[key].load(std::memory_order_acquire); }

  // Copies `values` in and returns the entry of `key`, which another thread may have written first; nullptr if full.
  const float* insert(std::size_t key, const float* values) const;

 private:
  std::size_t entry_floats_;
  std::size_t capacity_;
  struct FreeDeleter {
    void operator()(float* p) const;
  };
  std::unique_ptr<float[], FreeDeleter> entries_;
  mutable std::atomic<std::size_t> used_{0};
  mutable std::vector<std::atomic<const float*>> index_;
};

}  // namespace annals
