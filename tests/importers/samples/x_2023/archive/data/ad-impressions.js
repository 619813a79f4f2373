window.YTD.ad_impressions.part0 = [
 {
  "ad": {
   "adsUserData": {
    "adImpressions": {
     "impressions": [
      {
       "deviceInfo": {
        "osType": "Ios"
       },
       "displayLocation": "TimelineHome",
       "advertiserInfo": {
        "advertiserName": "Tea Example",
        "screenName": "@Tea_Example"
       },
       "matchedTargetingCriteria": [
        {
         "targetingType": "List",
         "targetingValue": "tea_drinkers_2023"
        },
        {
         "targetingType": "Age",
         "targetingValue": "25 and up"
        }
       ],
       "impressionTime": "2023-09-10 11:12:13"
      },
      {
       "deviceInfo": {
        "osType": "Ios"
       },
       "advertiserInfo": {
        "advertiserName": "Hats Example",
        "screenName": "@hats_example"
       },
       "matchedTargetingCriteria": [
        {
         "targetingType": "List",
         "targetingValue": "hat_lovers"
        }
       ],
       "impressionTime": "2023-09-11 01:02:03"
      },
      {
       "deviceInfo": {
        "osType": "Ios"
       },
       "advertiserInfo": {
        "advertiserName": "Cars Example",
        "screenName": "@cars_example"
       },
       "matchedTargetingCriteria": [
        {
         "targetingType": "Interests",
         "targetingValue": "Cars"
        }
       ],
       "impressionTime": "2023-09-11 01:02:04"
      }
     ]
    }
   }
  }
 }
]