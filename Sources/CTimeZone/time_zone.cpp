#include "CTimeZone.h"

/* The system's zone files, and none of the library's own. */
#define USE_OS_TZDB 1
#include <date/tz.h>

#include <string>
#include <vector>

namespace {

/* In the order of the alphabet; other names of zones are among them. */
const std::vector<std::string> &names() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> names;
    try {
      const auto &database = date::get_tzdb();
      for (const auto &zone : database.zones) names.push_back(zone.name());
    } catch (...) {
      names.clear();
    }
    return names;
  }();
  return all;
}

/* Zone files list clock changes up to 2037, and the library does not read the rule that follows them.
   Until 2100 the calendar, and so every rule, repeats after 28 years. */
const int64_t end_of_lists = 2114380800; /* 2037-01-01 */
const int64_t cycle = 883612800;

}  // namespace

extern "C" int time_zone_count(void) { return static_cast<int>(names().size()); }

extern "C" const char *time_zone_name(int place) {
  const auto index = static_cast<std::size_t>(place);
  return place >= 0 && index < names().size() ? names()[index].c_str() : nullptr;
}

extern "C" const char *time_zone_of_machine(void) {
  try {
    return date::current_zone()->name().c_str();
  } catch (...) {
    return nullptr;
  }
}

extern "C" int time_zone_offset(const char *zone, int64_t seconds, int32_t *offset) {
  if (seconds >= end_of_lists) seconds -= ((seconds - end_of_lists) / cycle + 1) * cycle;
  try {
    const date::sys_seconds moment{std::chrono::seconds{seconds}};
    *offset = static_cast<int32_t>(date::locate_zone(zone)->get_info(moment).offset.count());
    return 1;
  } catch (...) {
    return 0;
  }
}
