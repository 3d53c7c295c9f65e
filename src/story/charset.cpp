// Character sets: labels as the WHATWG Encoding standard reads them, detection by uchardet, conversion by ICU.
#include "story/charset.h"

#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <memory>

#include "base/utf8.h"

namespace annals {
namespace {

constexpr std::size_t kHead = 4096;         // where a declaration must stand; browsers look at 1024 bytes
constexpr std::size_t kSample = 256 << 10;  // bytes that detection looks at
constexpr std::size_t kFewValidToMany = 4;  // one sound sequence excuses so many malformed bytes

std::string lower(std::string_view s) {
  std::string out(s);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  return out;
}

// What a label means on the web, where it differs from what it says (Encoding standard, 4.2): each of these sets is a
// part of the one that is read for it.
std::string on_the_web(std::string_view label) {
  const std::string name = lower(label);
  if (name == "iso-8859-1" || name == "latin1" || name == "ascii" || name == "us-ascii") return "windows-1252";
  if (name == "iso-8859-9" || name == "latin5") return "windows-1254";
  if (name == "gb2312" || name == "gbk" || name == "x-gbk") return "gb18030";
  if (name == "shift_jis" || name == "sjis" || name == "shift-jis") return "windows-31j";
  if (name == "euc-kr" || name == "ks_c_5601-1987") return "windows-949";
  if (name == "tis-620" || name == "iso-8859-11") return "windows-874";
  return name;
}

struct Shape {
  std::size_t sound = 0;      // well-formed sequences of more than a byte
  std::size_t malformed = 0;  // bytes
};

Shape shape_of(std::string_view bytes) {
  Shape shape;
  for (std::size_t i = 0; i < bytes.size();) {
    if (static_cast<unsigned char>(bytes[i]) < 0x80) {
      ++i;
      continue;
    }
    const std::size_t length = sequence_length(bytes.substr(i));
    ++(length > 0 ? shape.sound : shape.malformed);
    i += std::max<std::size_t>(length, 1);
  }
  return shape;
}

std::string detected(std::string_view bytes) {
  const std::unique_ptr<uchardet, void (*)(uchardet_t)> detector(uchardet_new(), uchardet_delete);
  bytes = bytes.substr(0, kSample);
  if (uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0) return {};
  uchardet_data_end(detector.get());
  return uchardet_get_charset(detector.get());
}

// Whether `charset` is one that ICU knows, and if so the bytes in UTF-8.
bool convert(const std::string& bytes, const std::string& charset, std::string& out) {
  if (charset.empty()) return false;
  UErrorCode fault = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(ucnv_open(charset.c_str(), &fault), ucnv_close);
  if (U_FAILURE(fault)) return false;
  const auto length = static_cast<std::int32_t>(bytes.size());
  const std::int32_t need = ucnv_toAlgorithmic(UCNV_UTF8, converter.get(), nullptr, 0, bytes.data(), length, &fault);
  if (fault != U_BUFFER_OVERFLOW_ERROR && U_FAILURE(fault)) return false;
  fault = U_ZERO_ERROR;
  out.resize(static_cast<std::size_t>(need));
  ucnv_toAlgorithmic(UCNV_UTF8, converter.get(), out.data(), need, bytes.data(), length, &fault);
  return U_SUCCESS(fault);
}

bool is_utf8(std::string_view label) { return label == "utf-8" || label == "utf8"; }

// The word that follows `key` = in `s`, with or without quotation marks.
std::string_view value_after(std::string_view s, std::string_view key) {
  const std::size_t at = s.find(key);
  if (at == s.npos) return {};
  s.remove_prefix(at + key.size());
  const auto skip = [&](std::string_view drop) { s.remove_prefix(std::min(s.find_first_not_of(drop), s.size())); };
  skip(" \t\r\n");
  if (!s.starts_with('=')) return {};
  s.remove_prefix(1);
  skip(" \t\r\n\"'");
  return s.substr(0, std::min(s.find_first_of(" \t\r\n\"'/>;?"), s.size()));
}

}  // namespace

std::string_view byte_order_mark_charset(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return "utf-8";
  if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4))) return "utf-32le";
  if (bytes.starts_with("\xFF\xFE")) return "utf-16le";
  if (bytes.starts_with("\xFE\xFF")) return "utf-16be";
  return {};
}

std::string_view declared_charset(std::string_view head) {
  head = head.substr(0, kHead);
  if (head.starts_with("<?xml")) {
    const auto in_declaration = value_after(head.substr(0, head.find("?>")), "encoding");
    if (!in_declaration.empty()) return in_declaration;
  }
  const std::string small = lower(head);
  for (std::size_t at = small.find("<meta"); at != small.npos; at = small.find("<meta", at + 1)) {
    const std::size_t end = std::min(small.find('>', at), small.size());
    const std::string_view tag = std::string_view(small).substr(at, end - at);
    const auto value = value_after(tag, "charset");
    if (!value.empty()) return head.substr(at + static_cast<std::size_t>(value.data() - tag.data()), value.size());
  }
  return {};
}

std::string to_utf8(std::string bytes, std::string_view declared) {
  const std::string_view mark = byte_order_mark_charset(bytes);
  std::string out;
  if (mark == "utf-8") return bytes.substr(3);
  if (!mark.empty()) {
    bytes.erase(0, mark == "utf-32le" ? 4 : 2);
    return convert(bytes, std::string(mark), out) ? out : bytes;
  }
  const std::string label = on_the_web(declared);
  const bool wide = label.starts_with("utf-16") || label.starts_with("utf-32") || label.starts_with("iso-2022");
  if (!wide) {
    const Shape shape = shape_of(bytes);
    // Text in another set hardly ever looks like UTF-8 by chance, while pages often declare a set that they are not in.
    if (shape.sound * kFewValidToMany >= shape.malformed) return bytes;
  }
  if (!is_utf8(label) && convert(bytes, label, out)) return out;
  if (convert(bytes, on_the_web(detected(bytes)), out)) return out;
  return bytes;
}

}  // namespace annals
