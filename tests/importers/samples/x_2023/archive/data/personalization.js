window.YTD.personalization.part0 = [
 {
  "p13nData": {
   "demographics": {
    "languages": [
     {
      "language": "English",
      "isDisabled": false
     }
    ],
    "genderInfo": {
     "gender": "male"
    }
   },
   "interests": {
    "interests": [],
    "partnerInterests": [
     {
      "name": "Buys tea",
      "isDisabled": false
     }
    ],
    "audienceAndAdvertisers": {
     "numAudiences": "1",
     "advertisers": [
      "@tea_example"
     ],
     "lookalikeAdvertisers": [],
     "catalogAudienceAdvertisers": []
    },
    "shows": []
   },
   "locationHistory": [
    "Exampleland"
   ],
   "inferredAgeInfo": {
    "age": [
     "25-34"
    ],
    "birthDate": ""
   }
  }
 }
]