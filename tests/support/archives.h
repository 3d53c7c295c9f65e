// What tests of reading make at run time: compressed bytes, archives, web archives, and PDFs.
#pragma once
#include <string>
#include <utility>
#include <vector>

namespace annals::support {

std::string gzip(const std::string& bytes);
std::string zstd(const std::string& bytes);

using Members = std::vector<std::pair<std::string, std::string>>;  // name and bytes
std::string zip(const Members& members);
std::string tar(const Members& members);

// A record of a web archive; `block` of a response is an HTTP message.
std::string warc_record(const std::string& type, const std::string& url, const std::string& block,
                        const std::string& content_type = "application/http; msgtype=response");

// Words on a page of a PDF, in points from its lower left corner.
struct PdfLine {
  double x, y;
  std::string text;  // ASCII without parentheses
};
std::string pdf(const std::vector<std::vector<PdfLine>>& pages, const std::string& info = "");

}  // namespace annals::support
