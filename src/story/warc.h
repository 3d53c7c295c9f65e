// The documents of a web archive, one after another.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "story/document.h"
#include "story/input_file.h"

namespace annals {

// Reads WARC 0.17 to 1.1 (ISO 28500:2017), as Common Crawl and Heritrix write it, whether or not each record is packed
// by itself. Holds one record at a time.
class WarcReader {
 public:
  explicit WarcReader(InputFile file) : file_(std::move(file)) {}

  // The next page, feed, text or PDF that was fetched with success, or nothing at the end: of "response" records the
  // body, of "resource" and "conversion" records (the text in Common Crawl's WET files) the block. Pictures, scripts,
  // redirects and other records are passed over. Throws Error{Fault::input} for a record that is refused; more() says
  // whether the next call goes on behind it.
  std::optional<Document> next();

  bool more() const { return !ended_; }

 private:
  using Headers = std::vector<std::pair<std::string, std::string>>;

  bool next_record(Headers& headers);
  bool read_block(std::size_t length, bool hold);
  std::optional<Document> document_of(const Headers& headers) const;
  std::string where() const { return file_.name() + ":" + std::to_string(record_); }

  InputFile file_;
  bool ended_ = false;
  std::size_t record_ = 0;
  std::string line_;
  std::string block_;
};

}  // namespace annals
