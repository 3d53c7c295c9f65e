// Bytes out of gzip, zlib and Zstandard, and the guard against data that unpack to absurd sizes.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "story/byte_reader.h"
#include "story/input_file.h"

namespace annals {

// What a file on disk has been unpacked to so far, over all the layers of compression in it. Text packs at most some
// fifty to one; what unpacks to much more than that is a "zip bomb" (Fifield, "A better zip bomb", WOOT 2019).
struct UnpackGuard {
  static constexpr std::uint64_t kFree = std::uint64_t{256} << 20;  // bytes that nobody asks about
  static constexpr std::uint64_t kMostRatio = 250;

  std::string name;  // the file on disk
  std::uint64_t packed = 0;
  std::uint64_t unpacked = 0;

  // Throws Error{Fault::input} where there is too much.
  void add(std::size_t bytes);
};
using SharedGuard = std::shared_ptr<UnpackGuard>;

// Bytes of `file` as they are read off the disk are counted as packed.
ByteReader counted(ByteReader file, SharedGuard guard);

bool is_gzip(std::string_view head);
bool is_zstd(std::string_view head);

// The bytes that `packed` holds; members and frames that follow one another are read as one stream, as the tools do.
// Throws Error{Fault::input} where the data are damaged or cut short, once what lies before has been handed out.
ByteReader gunzip(std::shared_ptr<InputFile> packed, SharedGuard guard);
ByteReader unzstd(std::shared_ptr<InputFile> packed, SharedGuard guard);

enum class Inflated { whole, cut_short, damaged, too_long };
// The body of an HTTP message in gzip, zlib or raw deflate (RFC 9110 8.4.1; servers send the last two under one name).
Inflated inflate_body(std::string_view body, std::string& out, std::size_t limit);

}  // namespace annals
