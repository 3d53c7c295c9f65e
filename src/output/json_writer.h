// Writes JSON onto the end of a string, without a tree and without an allocation a field.
#pragma once
#include <charconv>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace annals {

class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}  // borrowed

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }

  // The name of the next value in an object. Names are our own words and need no escape.
  JsonWriter& key(std::string_view name) {
    separate();
    out_.push_back('"');
    out_.append(name);
    out_.append("\":");
    after_key_ = true;
    return *this;
  }

  void value(std::string_view text);  // well-formed UTF-8
  void value(const char* text) { value(std::string_view(text)); }
  void value(const std::string& text) { value(std::string_view(text)); }
  void value(bool truth) { raw(truth ? "true" : "false"); }
  void value(double number);  // the shortest form that reads back the same; null for what is no number
  template <std::integral T>
  void value(T number) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof(digits), number).ptr;
    raw({digits, static_cast<std::size_t>(end - digits)});
  }
  void null() { raw("null"); }

  // Text that is JSON already.
  void raw(std::string_view json) {
    separate();
    out_.append(json);
    first_ = false;
  }

 private:
  void open(char bracket) {
    separate();
    out_.push_back(bracket);
    first_ = true;
  }
  void close(char bracket) {
    out_.push_back(bracket);
    first_ = false;
  }
  // A comma before every value or key but the first of its object or array.
  void separate() {
    if (!first_ && !after_key_) out_.push_back(',');
    first_ = after_key_ = false;
  }

  std::string& out_;
  bool first_ = true;
  bool after_key_ = false;
};

}  // namespace annals
