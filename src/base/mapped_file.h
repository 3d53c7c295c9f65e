// A file mapped read-only into memory.
#pragma once
#include <cstddef>
#include <span>
#include <string>

namespace annals {

class MappedFile {
 public:
  MappedFile() = default;
  // Throws Error{Fault::model} if the file is missing, unreadable or empty; `remedy` ends the message.
  static MappedFile open(const std::string& path, const std::string& remedy);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  // Valid while the MappedFile lives.
  std::span<const std::byte> bytes() const { return {data_, size_}; }

 private:
  const std::byte* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace annals
