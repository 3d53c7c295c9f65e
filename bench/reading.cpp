// How fast pages and web archives become stories, without annotation. Each run checks that it found what is there.
#include <benchmark/benchmark.h>
#include <unistd.h>
#include <zlib.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "story/html_story.h"
#include "story/story_source.h"

namespace {

std::string file(const std::string& name) {
  std::ifstream in(std::filesystem::path(ANNALS_SOURCE_DIR) / "tests/story/pages" / name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// A page of our tests with the scripts and menus around it that pages of newspapers have: some 90 kB.
std::string full_page() {
  std::string page = file("article_tag.html");
  std::string around = "<script>" + std::string(40 << 10, 'x') + "</script><nav><ul>";
  for (int i = 0; i < 400; ++i) {
    around += "<li class=\"item\"><a href=\"/section/" + std::to_string(i) + "\"><span>Section " + std::to_string(i) +
              "</span></a></li>\n";
  }
  page.insert(page.find("<main>"), around + "</ul></nav><style>" + std::string(15 << 10, 'y') + "</style>");
  return page;
}

std::string gzip(const std::string& bytes) {
  z_stream z{};
  deflateInit2(&z, 6, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&z, bytes.size()) + 64, '\0');
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  z.avail_in = static_cast<uInt>(bytes.size());
  z.next_out = reinterpret_cast<Bytef*>(out.data());
  z.avail_out = static_cast<uInt>(out.size());
  deflate(&z, Z_FINISH);
  out.resize(z.total_out);
  deflateEnd(&z);
  return out;
}

void read_pages(benchmark::State& state) {
  const std::string page = full_page();
  for (auto _ : state) {
    const annals::Story story = annals::read_html(page, annals::PageWords::built_in(), "page");
    if (story.text.find("Dock workers ended") == story.text.npos || story.text.find("Section") != story.text.npos) {
      state.SkipWithError("the text is not the story's");
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * page.size()));
}
BENCHMARK(read_pages)->Unit(benchmark::kMillisecond);

void read_web_archive(benchmark::State& state) {
  constexpr int kPages = 500;
  const std::string page = full_page();
  const std::string path =
      (std::filesystem::temp_directory_path() / ("annals_bench_" + std::to_string(getpid()))).string();
  {
    std::ofstream out(path, std::ios::binary);
    const std::string block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page;
    const std::string packed =
        gzip("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Length: " +
             std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n");
    for (int i = 0; i < kPages; ++i) out << packed;
  }
  for (auto _ : state) {
    annals::StorySource source({path});
    int stories = 0;
    while (source.next()) ++stories;
    if (stories != kPages) state.SkipWithError("stories were lost");
  }
  std::remove(path.c_str());
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * kPages));
}
BENCHMARK(read_web_archive)->Unit(benchmark::kMillisecond);

}  // namespace
