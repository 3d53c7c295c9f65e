// Decompression by zlib and libzstd.
#include "story/decompress.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <utility>

#include "annals/error.h"

namespace annals {
namespace {

constexpr int kGzipOrZlib = MAX_WBITS + 32;  // zlib tells the two apart by their headers
constexpr int kRawDeflate = -MAX_WBITS;
constexpr std::size_t kPeek = 64 << 10;

[[noreturn]] void refuse_cut(const std::string& name) {
  throw Error{Fault::input, name, "the compressed data are cut short", "Fetch the file again."};
}

[[noreturn]] void refuse_damaged(const std::string& name) {
  throw Error{Fault::input, name, "the compressed data are damaged",
              "Fetch the file again; `gzip -t` or `zstd -t` says whether it is whole."};
}

struct Inflater {
  explicit Inflater(int window) {
    if (inflateInit2(&stream, window) != Z_OK) {
      throw Error{Fault::internal, "zlib", "there is no memory to unpack with", "Close other programs."};
    }
  }
  ~Inflater() { inflateEnd(&stream); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  z_stream stream{};
};

// zlib's input is not const, though it is never written to.
Bytef* input_of(std::string_view s) { return reinterpret_cast<Bytef*>(const_cast<char*>(s.data())); }

class GzipStream {
 public:
  GzipStream(std::shared_ptr<InputFile> packed, SharedGuard guard)
      : packed_(std::move(packed)), guard_(std::move(guard)) {}

  std::size_t read(std::span<char> room) {
    z_stream& z = inflater_.stream;
    for (;;) {
      const std::string_view head = packed_->peek(kPeek);
      if (head.empty()) {
        if (within_) refuse_cut(packed_->name());
        return 0;
      }
      if (!within_ && !start(head)) return 0;
      z.next_in = input_of(head);
      z.avail_in = static_cast<uInt>(head.size());
      z.next_out = reinterpret_cast<Bytef*>(room.data());
      z.avail_out = static_cast<uInt>(std::min<std::size_t>(room.size(), 1U << 30));
      const uInt room_size = z.avail_out;
      const int result = inflate(&z, Z_NO_FLUSH);
      packed_->skip(head.size() - z.avail_in);
      if (result == Z_STREAM_END) within_ = false;
      if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) refuse_damaged(packed_->name());
      const std::size_t count = room_size - z.avail_out;
      guard_->add(count);
      if (count > 0) return count;
    }
  }

 private:
  // Whether another member starts here; what else follows the last one (padding) is passed over, as gzip does.
  bool start(std::string_view head) {
    if (any_ && !is_gzip(head)) return false;
    inflateReset(&inflater_.stream);
    any_ = within_ = true;
    return true;
  }

  std::shared_ptr<InputFile> packed_;
  SharedGuard guard_;
  Inflater inflater_{kGzipOrZlib};
  bool any_ = false;     // a member has been started
  bool within_ = false;  // ... and not ended
};

class ZstdStream {
 public:
  ZstdStream(std::shared_ptr<InputFile> packed, SharedGuard guard)
      : packed_(std::move(packed)), guard_(std::move(guard)), stream_(ZSTD_createDStream(), ZSTD_freeDStream) {}

  std::size_t read(std::span<char> room) {
    for (;;) {
      const std::string_view head = packed_->peek(kPeek);
      ZSTD_inBuffer in{head.data(), head.size(), 0};
      ZSTD_outBuffer out{room.data(), room.size(), 0};
      const std::size_t result = ZSTD_decompressStream(stream_.get(), &out, &in);
      if (ZSTD_isError(result)) refuse_damaged(packed_->name());
      packed_->skip(in.pos);
      guard_->add(out.pos);
      if (out.pos > 0) {
        within_ = result != 0;
        return out.pos;
      }
      if (head.empty()) {
        if (within_) refuse_cut(packed_->name());
        return 0;
      }
      within_ = result != 0;
    }
  }

 private:
  std::shared_ptr<InputFile> packed_;
  SharedGuard guard_;
  std::unique_ptr<ZSTD_DStream, std::size_t (*)(ZSTD_DStream*)> stream_;
  bool within_ = false;
};

Inflated inflate_as(int window, std::string_view body, std::string& out, std::size_t limit) {
  Inflater inflater(window);
  z_stream& z = inflater.stream;
  out.clear();
  z.next_in = input_of(body);
  z.avail_in = static_cast<uInt>(body.size());
  for (std::array<char, 32 << 10> chunk;;) {
    z.next_out = reinterpret_cast<Bytef*>(chunk.data());
    z.avail_out = static_cast<uInt>(chunk.size());
    const int result = inflate(&z, Z_NO_FLUSH);
    const std::size_t count = chunk.size() - z.avail_out;
    if (count > limit - out.size()) return Inflated::too_long;
    out.append(chunk.data(), count);
    if (result == Z_STREAM_END) return Inflated::whole;
    if (result == Z_BUF_ERROR || (result == Z_OK && count == 0)) return Inflated::cut_short;
    if (result != Z_OK) return Inflated::damaged;
  }
}

}  // namespace

void UnpackGuard::add(std::size_t bytes) {
  unpacked += bytes;
  if (unpacked > kFree && unpacked / kMostRatio > packed) {
    throw Error{Fault::input, name,
                "it unpacks to more than " + std::to_string(kMostRatio) + " times its size, as a zip bomb does",
                "Unpack it by hand if you trust it."};
  }
}

ByteReader counted(ByteReader file, SharedGuard guard) {
  return [file = std::move(file), guard = std::move(guard)](std::span<char> room) {
    const std::size_t count = file(room);
    guard->packed += count;
    return count;
  };
}

bool is_gzip(std::string_view head) { return head.starts_with("\x1F\x8B\x08"); }

// A frame, or a skippable one, which pzstd and zstd --patch write first (RFC 8878, 3.1.1 and 3.1.2).
bool is_zstd(std::string_view head) {
  if (head.size() < 4) return false;
  const bool skippable = (static_cast<unsigned char>(head[0]) & 0xF0) == 0x50;
  return head.starts_with("\x28\xB5\x2F\xFD") || (skippable && head.substr(1).starts_with("\x2A\x4D\x18"));
}

ByteReader gunzip(std::shared_ptr<InputFile> packed, SharedGuard guard) {
  const auto stream = std::make_shared<GzipStream>(std::move(packed), std::move(guard));
  return [stream](std::span<char> room) { return stream->read(room); };
}

ByteReader unzstd(std::shared_ptr<InputFile> packed, SharedGuard guard) {
  const auto stream = std::make_shared<ZstdStream>(std::move(packed), std::move(guard));
  return [stream](std::span<char> room) { return stream->read(room); };
}

Inflated inflate_body(std::string_view body, std::string& out, std::size_t limit) {
  const Inflated got = inflate_as(kGzipOrZlib, body, out, limit);
  return got == Inflated::damaged && out.empty() ? inflate_as(kRawDeflate, body, out, limit) : got;
}

}  // namespace annals
