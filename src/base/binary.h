// Little-endian packing of numbers and strings, for the sections of the model file that are not plain arrays.
#pragma once
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "annals/error.h"

namespace annals {

class BinaryWriter {
 public:
  template <typename T>
  requires std::is_trivially_copyable_v<T>
  void put(const T& value) {
    const auto* p = reinterpret_cast<const std::byte*>(&value);
    bytes_.insert(bytes_.end(), p, p + sizeof(T));
  }
  // A 32-bit length, then the bytes.
  void put_string(std::string_view s) {
    put(static_cast<std::uint32_t>(s.size()));
    const auto* p = reinterpret_cast<const std::byte*>(s.data());
    bytes_.insert(bytes_.end(), p, p + s.size());
  }
  std::span<const std::byte> bytes() const { return bytes_; }

 private:
  std::vector<std::byte> bytes_;
};

// Reads what BinaryWriter wrote. Every read is checked; a short section throws Error{Fault::model}.
class BinaryReader {
 public:
  // `where` names the section in messages. `bytes` and `where` are borrowed.
  BinaryReader(std::span<const std::byte> bytes, std::string_view where) : bytes_(bytes), where_(where) {}

  template <typename T>
  requires std::is_trivially_copyable_v<T> T get() {
    T value;
    std::memcpy(&value, take(sizeof(T)), sizeof(T));
    return value;
  }
  // Valid as long as the bytes that the reader was given.
  std::string_view get_string() {
    const auto size = get<std::uint32_t>();
    return {reinterpret_cast<const char*>(take(size)), size};
  }
  bool done() const { return at_ == bytes_.size(); }

 private:
  const std::byte* take(std::size_t need) {
    if (need > bytes_.size() - at_) {
      throw Error{Fault::model, std::string(where_), "the section ends too early",
                  "Build the model again with `annals model build`."};
    }
    const std::byte* p = bytes_.data() + at_;
    at_ += need;
    return p;
  }

  std::span<const std::byte> bytes_;
  std::string_view where_;
  std::size_t at_ = 0;
};

}  // namespace annals
