// Float buffers aligned for the widest vectors, which grow and never shrink.
#pragma once
#include <cstddef>
#include <new>
#include <vector>

namespace annals {

template <typename T>
struct CacheLineAllocator {
  using value_type = T;
  static constexpr std::align_val_t kAlignment{64};

  CacheLineAllocator() = default;
  template <typename U>
  CacheLineAllocator(const CacheLineAllocator<U>&) {}

  T* allocate(std::size_t n) { return static_cast<T*>(::operator new(n * sizeof(T), kAlignment)); }
  void deallocate(T* p, std::size_t) { ::operator delete(p, kAlignment); }
  bool operator==(const CacheLineAllocator&) const { return true; }
};

using FloatBuffer = std::vector<float, CacheLineAllocator<float>>;

// Makes room for `n` floats, keeping what is there. What is new is zero.
inline float* room_for(FloatBuffer& buffer, std::size_t n) {
  if (buffer.size() < n) buffer.resize(n);
  return buffer.data();
}

}  // namespace annals
