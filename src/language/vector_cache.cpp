// A bounded cache of vectors, one for each word, that threads share without locks.
#include "language/vector_cache.h"

#include <cstdlib>
#include <cstring>
#include <new>

namespace annals {
namespace {

// Whole cache lines, uninitialised: pages of the system that are not touched take no memory.
float* reserve(std::size_t floats) {
  const std::size_t bytes = (floats * sizeof(float) + 63) / 64 * 64;
  void* p = std::aligned_alloc(64, bytes);
  if (p == nullptr) throw std::bad_alloc();
  return static_cast<float*>(p);
}

}  // namespace

void VectorCache::FreeDeleter::operator()(float* p) const { std::free(p); }

VectorCache::VectorCache(std::size_t keys, std::size_t entry_floats, std::size_t capacity)
    : entry_floats_(entry_floats), capacity_(capacity), entries_(reserve(capacity * entry_floats)), index_(keys) {}

const float* VectorCache::insert(std::size_t key, const float* values) const {
  if (const float* entry = find(key)) return entry;
  if (used_.load(std::memory_order_relaxed) >= capacity_) return nullptr;
  const std::size_t slot = used_.fetch_add(1, std::memory_order_relaxed);
  if (slot >= capacity_) return nullptr;
  float* entry = entries_.get() + slot * entry_floats_;
  std::memcpy(entry, values, entry_floats_ * sizeof(float));
  const float* none = nullptr;
  // Where another thread was first its entry stands and this slot is lost: rare, and bounded by the threads.
  if (index_[key].compare_exchange_strong(none, entry, std::memory_order_release, std::memory_order_acquire)) {
    return entry;
  }
  return none;
}

}  // namespace annals
