// Memory for many small things that die together.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace annals {

// Only for types without a destructor: nothing is destroyed, the memory is given back at once.
class Arena {
 public:
  void* allocate(std::size_t size, std::size_t alignment) {
    std::size_t at = (at_ + alignment - 1) / alignment * alignment;
    if (blocks_.empty() || at > blocks_.back().size || size > blocks_.back().size - at) {
      const std::size_t block_size = std::max(kBlockSize, size);
      blocks_.push_back({std::make_unique_for_overwrite<std::byte[]>(block_size), block_size});
      at = 0;
    }
    at_ = at + size;
    used_ += size;
    return blocks_.back().bytes.get() + at;
  }

  // A copy of `s` that lives until clear().
  std::string_view copy(std::string_view s) {
    if (s.empty()) return {};
    auto* p = static_cast<char*>(allocate(s.size(), 1));
    std::memcpy(p, s.data(), s.size());
    return {p, s.size()};
  }

  // Bytes handed out since the last clear().
  std::size_t used() const { return used_; }

  // Keeps one block, so that a reused arena that stays small does not allocate.
  void clear() {
    if (blocks_.size() > 1) blocks_.resize(1);
    if (!blocks_.empty() && blocks_.back().size > kBlockSize) blocks_.clear();
    at_ = used_ = 0;
  }

 private:
  static constexpr std::size_t kBlockSize = std::size_t{64} << 10;

  struct Block {
    std::unique_ptr<std::byte[]> bytes;
    std::size_t size;
  };
  std::vector<Block> blocks_;
  std::size_t at_ = 0;  // first free byte of the last block
  std::size_t used_ = 0;
};

}  // namespace annals
